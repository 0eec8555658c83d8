using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace GameNight.Native;

/// <summary>
/// The pages of libraries that lie in memory since something in them ran: after a start much more than is needed from then on, because
/// every library prepares all that it can.
/// </summary>
public static partial class LibraryPages
{
    /// <summary>MADV_PAGEOUT of madvise(2), since Linux 5.4. It never loses contents: what is needed again comes back by itself.</summary>
    private const int PageOut = 21;

    /// <summary>
    /// Gives them back to the system. Does nothing elsewhere than on Linux. There, pages stay of files that this process neither owns nor
    /// may write, and those that another process has mapped, too; pages that the loader has changed go to the swap space, if there is any.
    /// </summary>
    /// <exception cref="IOException">The system doesn't say what is mapped.</exception>
    public static void Return()
    {
        if (!OperatingSystem.IsLinux())
            return;
        foreach (var mapping in File.ReadLines("/proc/self/maps"))
        {
            // What it fails for stays: on an older kernel all, otherwise what is gone meanwhile. Even if something else has come to its
            // place, nothing is lost.
            if (TryParse(mapping, out var start, out var length))
                _ = Advise(start, length, PageOut);
        }
    }

    /// <summary>Reads a line of proc_pid_maps(5): whether it is of a library, and nothing can be written there.</summary>
    internal static bool TryParse(string mapping, out nuint start, out nuint length)
    {
        var library = ReadOnlyLibrary().Match(mapping);
        start = library.Success ? nuint.Parse(library.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier) : 0;
        length = library.Success ? nuint.Parse(library.Groups[2].ValueSpan, NumberStyles.AllowHexSpecifier) - start : 0;
        return library.Success;
    }

    [GeneratedRegex(@"^([0-9a-f]+)-([0-9a-f]+) r-.*\.(?:dll|so|so\.[^/]*)$")]
    private static partial Regex ReadOnlyLibrary();

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nuint start, nuint length, int advice);
}
