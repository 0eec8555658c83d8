using System.Globalization;
using System.Runtime.InteropServices;

namespace GameNight.Native;

/// <summary>
/// The pages of libraries that lie in memory since something in them ran: after a start much more than is needed from then on, because
/// every library prepares all that it can.
/// </summary>
public static unsafe class LibraryPages
{
    /// <summary>MADV_PAGEOUT of madvise(2), since Linux 5.4: nothing is lost; what is needed again is read from the file again.</summary>
    private const int PageOut = 21;

    /// <summary>
    /// Gives them back to the system. Does nothing elsewhere than on Linux; there the system keeps pages of files that this process may
    /// not write.
    /// </summary>
    public static void Return()
    {
        if (!OperatingSystem.IsLinux() || !NativeLibrary.TryLoad("libc.so.6", out var libc))
            return;
        var madvise = (delegate* unmanaged<nuint, nuint, int, int>)NativeLibrary.GetExport(libc, "madvise");
        foreach (var mapping in File.ReadLines("/proc/self/maps"))
        {
            // A mapping that is gone meanwhile, or an older kernel, is no error: nothing is given back.
            if (TryParse(mapping, out var start, out var length))
                _ = madvise(start, length, PageOut);
        }
    }

    /// <summary>Reads a line of proc_pid_maps(5): whether it is a library, of which nothing can be written.</summary>
    internal static bool TryParse(ReadOnlySpan<char> mapping, out nuint start, out nuint length)
    {
        (start, length) = (0, 0);
        var (dash, space) = (mapping.IndexOf('-'), mapping.IndexOf(' '));
        var isLibrary = mapping.EndsWith(".dll") || mapping.EndsWith(".so") || mapping.Contains(".so.", StringComparison.Ordinal);
        if (dash < 0 || space < dash || !isLibrary || mapping[(space + 1)..] is not ['r', '-', _, 'p', ..])
            return false;
        if (!TryParse(mapping[..dash], out start) || !TryParse(mapping[(dash + 1)..space], out var end))
            return false;
        length = end - start;
        return true;
    }

    private static bool TryParse(ReadOnlySpan<char> address, out nuint value) =>
        nuint.TryParse(address, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
