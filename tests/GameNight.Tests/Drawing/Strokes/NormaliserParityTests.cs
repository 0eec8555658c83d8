using System.Text.Json;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Strokes;

/// <summary>The networks were trained on ink that notebooks/ink.py rendered; these are its images of forty made-up drawings.</summary>
public sealed class NormaliserParityTests
{
    [Fact]
    public void Normalise_WhatTheNotebookRendered_IsTheSameToOneLevel()
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
