namespace GameNight.Native;

/// <summary>Looks for a native library in several places.</summary>
internal static class NativeSearch
{
    /// <summary>Opens the library at the first path where that works.</summary>
    /// <param name="paths">Names or full paths, in the order in which they are tried.</param>
    /// <param name="open">Loads the library from a path, or throws where it cannot be used.</param>
    /// <param name="missing">Makes the exception for when none can be used, from the paths with the reason of each.</param>
    public static T Open<T>(IEnumerable<string> paths, Func<string, T> open, Func<string, Exception> missing)
    {
        var failures = new List<string>();
        foreach (var path in paths)
        {
            try
            {
                return open(path);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
            {
                // Of .NET's message only the last line, the loader's own, names the cause.
                failures.Add($"{path} ({e.Message.TrimEnd().Split('\n')[^1]})");
            }
        }

        throw missing(string.Join("; ", failures));
    }
}
