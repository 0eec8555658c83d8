using System.IO.Compression;
using System.Text;
using GameNight.Observations.Transfer;

namespace GameNight.Tests.Observations.Transfer;

/// <summary>Lines are read one by one, and an endless one is noticed early.</summary>
public sealed class BoundedLinesTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData("a", new[] { "a" })]
    [InlineData("a\n", new[] { "a" })]
    [InlineData("a\r\nb\n\nc", new[] { "a", "b", "", "c" })]
    [InlineData("\uFEFFa\n\uFEFFb", new[] { "a", "\uFEFFb" })]
    [InlineData("sieben\nzwölf", new[] { "sieben", "zwölf" })]
    public async Task Read_Lines_AreThoseOfTheText(string text, string[] expected) =>
        Assert.Equal(expected, await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), 6));

    [Fact]
    public async Task Read_LongLines_AreTakenUpToTheLimit()
    {
        var line = new string('x', 300_000);
        Assert.Equal([line, line], await ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{line}\n{line}")), 300_000));
        await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(line)), 299_999));
    }

    [Fact]
    public async Task Read_ASmallFileThatUnpacksToMuch_StopsAtTheLimit()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes("{}\n"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 256; i++)
                await gzip.WriteAsync(zeros);
        }

        packed.Position = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        await using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync(unpacked, 4 << 20));
        Assert.StartsWith("Line 2 has more than 4,194,304 bytes", refused.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 << 20);
        Assert.True(packed.Position < packed.Length, "All of it was unpacked.");
    }

    private static async Task<List<string>> ReadAsync(Stream stream, int maxBytes)
    {
        var lines = new List<string>();
        await foreach (var line in BoundedLines.ReadAsync(stream, maxBytes, default))
            lines.Add(line);
        return lines;
    }
}
