using System.Runtime.InteropServices;

namespace GameNight.Native.XGBoost;

/// <summary>
/// Finds XGBoost's native library and loads it once, on first use: wherever the operating system looks, or only at the
/// path in <see cref="PathVariable"/>, where that is set. Only training needs it.
/// </summary>
public static class XgbLibrary
{
    /// <summary>The environment variable that holds the full path of the library, for when the system does not find it.</summary>
    public const string PathVariable = "GAMENIGHT_XGBOOST";

    /// <summary>The first one that saves models into memory (<c>XGBoosterSaveModelToBuffer</c>).</summary>
    private static readonly Version Oldest = new(1, 6, 0);

    // Lazy keeps a failure as well: every later use throws the same reason.
    private static readonly Lazy<(nint Handle, Version Version)> Loaded = new(Load);

    /// <summary>The version that the library reports, such as 1.7.4.</summary>
    /// <exception cref="XgbLibraryMissingException">The library is missing or cannot be used.</exception>
    public static Version Version => Loaded.Value.Version;

    /// <summary>Why the library cannot be used, in words; null where it can.</summary>
    public static string? Obstacle
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

    /// <summary>Debian and Ubuntu give the first name, pip and conda the second.</summary>
    private static string[] FileNames =>
        OperatingSystem.IsWindows() ? ["xgboost.dll"] : OperatingSystem.IsMacOS() ? ["libxgboost.dylib"] : ["libxgboost.so.0", "libxgboost.so"];

    private static (nint, Version) Load()
    {
        // Otherwise OpenMP's threads wait for each other by turning in circles, and take the processor from the rest of the
        // server and from each other: on two busy cores a training took twice the time. It is read once, as the library loads.
        NativeEnvironment.SetDefault("OMP_WAIT_POLICY", "PASSIVE");
        var chosen = Environment.GetEnvironmentVariable(PathVariable);
        var failures = new List<string>();
        foreach (var place in string.IsNullOrEmpty(chosen) ? FileNames : [chosen])
        {
            try
            {
                var handle = NativeLibrary.Load(place);
                var version = ReadVersion(handle);
                return version >= Oldest ? (handle, version) : throw new DllNotFoundException($"version {version} is too old");
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
            {
                // .NET's message ends with the loader's own line, which alone says what is wrong.
                failures.Add($"{place} ({e.Message.TrimEnd().Split('\n')[^1]})");
            }
        }

        throw new XgbLibraryMissingException(
            $"XGBoost cannot be loaded, so no trees can be trained. Looked for: {string.Join("; ", failures)}. " +
            $"On Debian and Ubuntu: apt-get install libxgboost0. Elsewhere install XGBoost {Oldest} or later and set {PathVariable} to the full path of its {FileNames[^1]}.");
    }

    private static unsafe Version ReadVersion(nint library)
    {
        var read = (delegate* unmanaged<int*, int*, int*, void>)NativeLibrary.GetExport(library, "XGBoostVersion");
        int major, minor, patch;
        read(&major, &minor, &patch);
        return new Version(major, minor, patch);
    }
}
