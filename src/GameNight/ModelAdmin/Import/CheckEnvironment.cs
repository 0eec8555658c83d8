using GameNight.Native.OnnxRuntime;
using GameNight.Native.XGBoost;

namespace GameNight.ModelAdmin.Import;

/// <summary>
/// What a <see cref="CheckProcess"/> gets of the environment: what .NET, the system and the native libraries need. All else could be a
/// secret, whatever its name; those that lie in files stay within the process's reach.
/// </summary>
internal static class CheckEnvironment
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", OrtLibrary.PathVariable, XgbLibrary.PathVariable,
        "HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "LANG", "TZ",
        "SystemRoot", "SystemDrive", "windir", "ComSpec", "PATHEXT", "ProgramFiles", "ProgramFiles(x86)", "ProgramData",
        "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    };

    private static readonly string[] Beginnings = ["DOTNET_", "COMPlus_", "LC_", "OMP_", "MALLOC_"];

    /// <summary>Takes away what is not needed.</summary>
    public static void Reduce(IDictionary<string, string?> environment)
    {
        foreach (var name in environment.Keys.Where(name => !IsNeeded(name)).ToList())
            environment.Remove(name);
    }

    // ASP.NET Core also takes settings that begin with DOTNET_: those of a section, such as a certificate's password.
    private static bool IsNeeded(string name) => Names.Contains(name)
        || (Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            && !name.Contains("__", StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal));
}
