using System.Runtime.InteropServices;

namespace GameNight.Native;

/// <summary>Environment variables as native libraries read them: on Linux and macOS .NET's own function changes only what .NET sees.</summary>
internal static partial class NativeEnvironment
{
    /// <summary>Sets a variable before the library that reads it is loaded.</summary>
    public static void Set(string name, string value)
    {
        if (OperatingSystem.IsWindows())
            Environment.SetEnvironmentVariable(name, value);
        else if (SetVariable(name, value, overwrite: 1) != 0)
            throw new InvalidOperationException($"The environment variable {name} could not be set.");
    }

    /// <summary>The same, where the variable has no value yet.</summary>
    public static void SetDefault(string name, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
            Set(name, value);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
