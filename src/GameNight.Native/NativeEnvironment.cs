using System.Runtime.InteropServices;

namespace GameNight.Native;

/// <summary>
/// Sets environment variables that native libraries read. On Linux and macOS, the method of <see cref="Environment"/> changes only
/// .NET's copy of the environment.
/// </summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable. Libraries often read theirs only once, when they are loaded.</summary>
    /// <exception cref="InvalidOperationException">The C library refuses the variable.</exception>
    public static void Set(string name, string value)
    {
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(name, value);
        else if (SetVariable(name, value, overwrite: 1) != 0)
            throw new InvalidOperationException($"The environment variable {name} cannot be set to \"{value}\".");
    }

    /// <summary>Sets a variable that has no value yet, or an empty one.</summary>
    /// <exception cref="InvalidOperationException">The C library refuses the variable.</exception>
    public static void SetDefault(string name, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
            Set(name, value);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
