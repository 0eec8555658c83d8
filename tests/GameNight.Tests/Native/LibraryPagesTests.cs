using System.Globalization;
using System.IO.MemoryMappedFiles;
using GameNight.Native;

namespace GameNight.Tests.Native;

public sealed class LibraryPagesTests
{
    private const int Size = 4 << 20;

    [Fact]
    public void Return_OfALibraryThatNothingNeeds_LeavesNoPageAndAllContents()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // Not in the folder for temporary files, which may lie in memory.
        var path = Path.Combine(AppContext.BaseDirectory, $"{Guid.NewGuid()}.so");
        using var written = new FileStream(
            path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        written.Write([.. Enumerable.Repeat((byte)7, Size)]);
        // Only what is on the disk can be given back.
        written.Flush(flushToDisk: true);
        using var file = MemoryMappedFile.CreateFromFile(
            written, mapName: null, capacity: 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        using var library = file.CreateViewStream(0, Size, MemoryMappedFileAccess.Read);
        Assert.Equal(7L * Size, Sum(library));
        Assert.Equal(Size, Resident(path));
        LibraryPages.Return();
        Assert.InRange(Resident(path), 0, Size / 2);
        Assert.Equal(7L * Size, Sum(library));
    }

    [Theory]
    [InlineData("7f00-7fff r-xp 00000000 08:01 42    /usr/lib/libc.so.6", 0x7f00, 0xff)]
    [InlineData("1000-3000 r--s 00000000 08:01 42    /game/GameNight.dll", 0x1000, 0x2000)]
    [InlineData("1000-3000 r--p 00000000 08:01 42    /a folder/lib.so", 0x1000, 0x2000)]
    public void TryParse_OfALibrary_HasItsPlace(string mapping, int start, int length)
    {
        Assert.True(LibraryPages.TryParse(mapping, out var foundStart, out var foundLength));
        Assert.Equal(((nuint)start, (nuint)length), (foundStart, foundLength));
    }

    [Theory]
    [InlineData("1000-3000 rw-p 00000000 08:01 42    /game/GameNight.dll")]
    [InlineData("1000-3000 r-xs 00000000 00:01 42    /memfd:doublemapper (deleted)")]
    [InlineData("1000-3000 r--p 00000000 08:01 42    /data/observations.db")]
    [InlineData("1000-3000 r--p 00000000 08:01 42    /my.so.folder/observations.db")]
    [InlineData("1000-3000 r--p 00000000 00:00 0")]
    [InlineData("no mapping.dll")]
    [InlineData("")]
    public void TryParse_OfAnythingElse_IsFalse(string mapping) => Assert.False(LibraryPages.TryParse(mapping, out _, out _));

    private static long Sum(Stream library)
    {
        library.Position = 0;
        var (sum, buffer) = (0L, new byte[1 << 16]);
        for (var read = library.Read(buffer); read > 0; read = library.Read(buffer))
            sum += buffer.AsSpan(0, read).ToArray().Sum(value => (long)value);
        return sum;
    }

    /// <summary>How much of a file lies in this process's memory, in bytes.</summary>
    private static long Resident(string path)
    {
        var ofFile = File.ReadLines("/proc/self/smaps").SkipWhile(line => !line.EndsWith(path, StringComparison.Ordinal));
        var line = ofFile.First(line => line.StartsWith("Rss:", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
