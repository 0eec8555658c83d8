using System.Text.Json;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Strokes;

/// <summary>
/// The networks were trained on ink rendered by notebooks/ink.py. normaliser-parity.json holds forty synthetic drawings with the
/// images that it made of them.
/// </summary>
public sealed class NormaliserParityTests
{
    [Fact]
    public void Normalise_DrawingsOfTheNotebook_DiffersByAtMostOneLevel()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Drawing", "normaliser-parity.json"));
        var rendered = JsonSerializer.Deserialize<Rendered[]>(file, JsonSerializerOptions.Web)!;
        Assert.NotEmpty(rendered);
        Assert.All(rendered, drawing => Assert.All(
            InkNormaliser.Normalise(drawing.Strokes).ToNumbers().Zip(drawing.Image),
            pixel => Assert.InRange(pixel.First - pixel.Second, -1, 1)));
    }

    private sealed record Rendered(Ink Strokes, int[] Image);
}
