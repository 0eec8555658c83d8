using System.Runtime.InteropServices;

namespace GameNight.Native.XGBoost;

/// <summary>
/// Finds and loads XGBoost's native library once, on first use: where the operating system searches, or only at the path in
/// <see cref="PathVariable"/>, if that is set. Only training needs the library.
/// </summary>
public static class XgbLibrary
{
    /// <summary>The environment variable with the full path of a library that the operating system does not find.</summary>
    public const string PathVariable = "GAMENIGHT_XGBOOST";

    /// <summary>
    /// The oldest usable version: the first one that saves models to memory (<c>XGBoosterSaveModelToBuffer</c>).
    /// </summary>
    private static readonly Version Oldest = new(1, 6, 0);

    // Lazy caches a failure, too: every later use throws the same exception.
    private static readonly Lazy<(nint Handle, Version Version)> Loaded = new(Load);

    /// <summary>The version that the library reports, such as 1.7.4.</summary>
    /// <exception cref="XgbLibraryMissingException">The library is missing or cannot be used.</exception>
    public static Version Version => Loaded.Value.Version;

    /// <summary>Why the library cannot be used, as a sentence; null if it can.</summary>
    public static string? UnavailableReason
    {
        get
        {
            try
            {
                _ = Loaded.Value;
                return null;
            }
            catch (XgbLibraryMissingException e)
            {
                return e.Message;
            }
        }
    }

    internal static nint Handle => Loaded.Value.Handle;

    /// <summary>On Linux, the library of Debian and Ubuntu has the first name, that of pip and conda the second.</summary>
    private static string[] FileNames =>
        OperatingSystem.IsWindows() ? ["xgboost.dll"]
        : OperatingSystem.IsMacOS() ? ["libxgboost.dylib"]
        : ["libxgboost.so.0", "libxgboost.so"];

    private static (nint, Version) Load()
    {
        // Otherwise OpenMP's threads spin while they wait, and take processor time from each other and from the rest of the server:
        // on two busy cores, training took twice as long. The variable is read once, when the library is loaded.
        NativeEnvironment.SetDefault("OMP_WAIT_POLICY", "PASSIVE");
        var chosen = Environment.GetEnvironmentVariable(PathVariable);
        return NativeSearch.Open(string.IsNullOrEmpty(chosen) ? FileNames : [chosen], Open, failures => new XgbLibraryMissingException(
            $"XGBoost cannot be loaded, so no trees can be trained. Looked for: {failures}. " +
            $"On Debian and Ubuntu: apt-get install libxgboost0. Elsewhere install XGBoost {Oldest} or later and " +
            $"set {PathVariable} to the full path of its {FileNames[^1]}."));
    }

    private static (nint, Version) Open(string path)
    {
        var handle = NativeLibrary.Load(path);
        var version = ReadVersion(handle);
        return version >= Oldest ? (handle, version) : throw new DllNotFoundException($"version {version} is too old");
    }

    private static unsafe Version ReadVersion(nint library)
    {
        var read = (delegate* unmanaged<int*, int*, int*, void>)NativeLibrary.GetExport(library, "XGBoostVersion");
        int major, minor, patch;
        read(&major, &minor, &patch);
        return new Version(major, minor, patch);
    }
}
