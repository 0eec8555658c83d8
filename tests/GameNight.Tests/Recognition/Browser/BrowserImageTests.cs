using System.Text.Json;
using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Tests.Datasets;

namespace GameNight.Tests.Recognition.Browser;

/// <summary>The browser makes the same bytes of a drawing as the server: wwwroot-assets/js/guess/normaliser.ts, run by Node.js.</summary>
public sealed class BrowserImageTests
{
    private const int Drawings = 10_000;

    [Fact]
    public Task Normalise_MadeUpDrawings_GivesTheServersBytes() => CompareAsync([.. DrawnInk.MadeUp(Drawings, seed: 12)]);

    [InkFact]
    public async Task Normalise_RecordedDrawings_GivesTheServersBytes() => await CompareAsync(await InkDataset
        .ReadAsync(DatasetFiles.FindInk(null)!.FullName, CancellationToken.None).Take(Drawings).Select(drawing => drawing.Strokes)
        .ToListAsync());

    private static async Task CompareAsync(List<Ink> drawings)
    {
        Assert.NotEmpty(drawings);
        var images = await NodeScript.AskAsync("normalise.mjs", drawings.Select(ink => JsonSerializer.Serialize(ink)));
        Assert.Equal(drawings.Count, images.Count);
        Assert.All(drawings.Zip(images), pair => Assert.Equal(
            Convert.ToBase64String(InkNormaliser.Normalise(pair.First).Pixels), pair.Second));
    }
}
