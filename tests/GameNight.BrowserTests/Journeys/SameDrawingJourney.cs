using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;

namespace GameNight.BrowserTests.Journeys;

/// <summary>Tests that the place and the size of a drawing do not change its normalised image.</summary>
public sealed class SameDrawingJourney(SharedGame shared) : Journey(shared)
{
    private const int Width = 24;
    private const int Height = 32;

    // In whole pixels, so that a mouse can draw it exactly at any place and in any whole size.
    private static readonly Drawing Five = new(
    [
        [new(3, 0), new(1, 14), new(9, 12), new(18, 14), new(23, 20), new(22, 27), new(15, 32), new(6, 31), new(0, 27)],
        [new(3, 0), new(13, 1), new(24, 0)],
    ]);

    [BrowserTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Mouse_NinePlacesOfThePad_GiveTheSameImage(int size) => VisitAsync(async page =>
    {
        var play = new PlayPage(page);
        await play.OpenAsync();
        var pad = (await play.Pad.BoundingBoxAsync())!;
        var images = new HashSet<string?>();
        foreach (var place in Places(pad.Width - 20 - size * Width, pad.Height - 20 - size * Height))
        {
            var (x, y) = (Math.Ceiling(pad.X) + 10 + Math.Floor(place.X), Math.Ceiling(pad.Y) + 10 + Math.Floor(place.Y));
            var drawing = Five.Scale(size).Move(x, y);
            // A click may have scrolled to its button, and the places are those of the window.
            await page.EvaluateAsync("scrollTo(0, 0)");
            foreach (var stroke in drawing.Strokes)
                await page.Mouse.StrokeAsync(stroke, steps: 1);
            await play.GuessAsync();
            images.Add(await play.YouDrew.GetAttributeAsync("src"));
        }

        Assert.Single(images);
        Assert.Equal(await ImageAsync(Five), await play.ReadImageAsync());
    });

    [Fact]
    public async Task Program_NinePlacesAndThreeSizes_GetTheSameImage()
    {
        var expected = await ImageAsync(Five);
        foreach (var size in (double[])[0.37, 2.9, 13.3])
        {
            foreach (var place in Places(1000 - size * Width, 1000 - size * Height))
                Assert.Equal(expected, await ImageAsync(Five.Scale(size).Move(place.X, place.Y)));
        }
    }

    private static IEnumerable<Spot> Places(double width, double height) =>
        from row in Enumerable.Range(0, 3)
        from column in Enumerable.Range(0, 3)
        select new Spot(column * width / 2, row * height / 2);

    private async Task<int[]> ImageAsync(Drawing drawing)
    {
        using var program = new GameClient(Game.Address!);
        using var response = await program.PredictAsync(drawing);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("image").Deserialize<int[]>()!;
    }
}
