using System.IO.Compression;
using System.Text;
using GameNight.Datasets;

namespace GameNight.Tests.Datasets;

/// <summary>UCI's site cannot be reached from a test: the text is the test's own, in the format of the file there.</summary>
public sealed class PenDigitsDownloadTests
{
    private const string Text = """
        .VERSION 1.0
        .DATA_SOURCE a test
        .COMMENT two people, two digits
        .COORD X Y
        .HIERARCHY DIGIT

        .SEGMENT DIGIT 0 OK "8"
        .COMMENT 8 12 1
        .PEN_DOWN
         267 333
         267 336
         261 342
        .PEN_UP
        .DT 100

        .SEGMENT DIGIT 1-2 OK "7"
        .COMMENT 7 26 1
        .PEN_DOWN
         100 400
         200 400
         150 100
        .PEN_UP
        .DT 100
        .PEN_DOWN
         120  250
         180 250
        .PEN_UP
        .DT 100


        """;

    /// <summary>The text, packed as compress -b 16 packs it; gzip unpacks it to the same.</summary>
    private const string Packed =
        "H52QLqwUkTIlyRMnIGK4gKHABZEgVIJ8mfKkipQhRUCEAUGnzBw6DYc8adKkiBMqHO+8AQGnzBs4bMqwSLmSTJozaejMCfnkiRQiILCAyNIQSZKBQS4iyQKCSJIjSagoaD"
        + "ilyJGSJ5s+jQoCBognS0CIwCGCJ0mTKHEklJGwIRSTX4g8ueJEAQgZNm6AmM"
        + "HXLl69fG34tRFjLw0ZbuFWgdKQCMoYMBhStYoVpVOoj1uwBSv2RlkXIs9m1Yu3rYu3TuLOr"
        + "ZswMggakf26hs0wYQ2vkBmeVszY4ePYu1PLpWs3hgyvd28Xx+FVhvLgXxY3/i0Z";

    [Fact]
    public void Read_Text_GivesStrokesWithYPointingDown()
    {
        var drawings = UnipenText.Read(new StringReader(Text)).ToList();
        Assert.Equal([(8, 12), (7, 26)], drawings.Select(drawing => (drawing.Label, drawing.Writer)));
        Assert.Equal([[[267, 167], [267, 164], [261, 158]]], drawings[0].Strokes.ToStrokes());
        Assert.Equal(2, drawings[1].Strokes.Strokes.Count);
    }

    [Theory]
    [InlineData(".PEN_DOWN\n 1 2\n.PEN_UP", "line 1: a drawing without its writer")]
    [InlineData(".COMMENT 3 12 1", "line 1: a drawing without a point")]
    [InlineData(".COMMENT 4 12 1", "line 2: another digit")]
    [InlineData(".COMMENT 3 12 1\n 1 2", "line 3: a point outside a stroke")]
    [InlineData(".COMMENT 3 12 1\n.PEN_DOWN\n 1 two", "line 4: neither a keyword nor a point")]
    public void Read_DamagedText_NamesTheLine(string lines, string message)
    {
        var refused = Assert.Throws<InvalidDataException>(
            () => UnipenText.Read(new StringReader($".SEGMENT DIGIT 0 OK \"3\"\n{lines}\n")).ToList());
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Convert_PackedText_GivesWhatTheTextHas() =>
        Assert.Equal(UnipenText.Read(new StringReader(Text)), PenDigitsDownload.Convert(Convert.FromBase64String(Packed)));

    [Fact]
    public void Convert_PackedTextInAnArchive_GivesWhatTheTextHas()
    {
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("pendigits-orig.tra.Z").Open();
            entry.Write(Convert.FromBase64String(Packed));
        }

        Assert.Equal(2, PenDigitsDownload.Convert(archive.ToArray()).Count);
    }

    [Theory]
    [InlineData("<html>This page has moved.</html>")]
    [InlineData("")]
    public void Convert_AnotherFile_IsRefused(string content) =>
        Assert.Throws<InvalidDataException>(() => PenDigitsDownload.Convert(Encoding.ASCII.GetBytes(content)));

    [Fact]
    public async Task Fetch_WithoutAnybodyThere_NamesTheReason()
    {
        using var http = new HttpClient();
        var refused = await Assert.ThrowsAsync<IOException>(
            () => PenDigitsDownload.FetchAsync(http, [new Uri("http://localhost:9/digits.Z")], Path.GetTempPath(), default));
        Assert.StartsWith("The pen digits can't be fetched. http://localhost:9/digits.Z: ", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>The shared copy of the same drawings, written as UNIPEN text and converted again, is what it was.</summary>
    [InkFact]
    public async Task Write_DrawingsOfTheSharedFile_GivesItsLines()
    {
        var shared = DatasetFiles.FindInk(null)!.FullName;
        var drawings = await InkDataset.ReadAsync(shared, default).Take(200).ToListAsync();
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.jsonl.gz");
        try
        {
            var converted = UnipenText.Read(new StringReader(string.Concat(drawings.Select(ToUnipen))));
            await PenDigitsDownload.WriteAsync(converted, path, default);
            using var lines = new StreamReader(GzipFile.OpenRead(path));
            using var expected = new StreamReader(GzipFile.OpenRead(shared));
            for (var i = 0; i < drawings.Count; i++)
                Assert.Equal(await expected.ReadLineAsync(), await lines.ReadLineAsync());
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string ToUnipen(RecordedInk drawing)
    {
        var strokes = drawing.Strokes.Strokes.Select(stroke =>
            $".PEN_DOWN\n{string.Concat(stroke.Select(point => $" {point.X} {500 - point.Y}\n"))}.PEN_UP\n.DT 100\n");
        return $".SEGMENT DIGIT 0 OK \"{drawing.Label}\"\n.COMMENT {drawing.Label} {drawing.Writer} 1\n{string.Concat(strokes)}\n";
    }
}
