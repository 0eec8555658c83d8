using System.Globalization;
using GameNight.Native;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Tests.Native;

/// <summary>Runs after all other tests and alone, because it watches the memory of the whole process.</summary>
[Collection(nameof(LibraryPagesTests))]
[CollectionDefinition(nameof(LibraryPagesTests), DisableParallelization = true)]
public sealed class LibraryPagesTests
{
    [Fact]
    public void Return_LeavesFewerPagesOfFiles_AndLibrariesGoOn()
    {
        using var session = OrtSession.Load(TinyModels.Sums);
        var before = FileKilobytes();
        LibraryPages.Return();
        var after = FileKilobytes();
        Assert.True(after < before * 0.9, $"{before:N0} kB of files' pages before, {after:N0} kB after.");
        var result = new float[2];
        session.Run("x", [1, 2], [1, 2], "sums", result);
        Assert.Equal(15, result[0]);
    }

    [Theory]
    [InlineData("7f00-7fff r-xp 00000000 08:01 42    /usr/lib/libc.so.6", 0x7f00, 0xff)]
    [InlineData("1000-3000 r--p 00000000 08:01 42    /game/GameNight.dll", 0x1000, 0x2000)]
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
    [InlineData("1000-3000 r--p 00000000 00:00 0")]
    [InlineData("no mapping.dll")]
    [InlineData("")]
    public void TryParse_OfAnythingElse_IsFalse(string mapping) => Assert.False(LibraryPages.TryParse(mapping, out _, out _));

    private static double FileKilobytes()
    {
        var line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith("RssFile:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
