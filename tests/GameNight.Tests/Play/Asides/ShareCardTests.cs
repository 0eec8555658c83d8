using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Play.Asides;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Asides;

public sealed class ShareCardTests
{
    private readonly Observation _drawing = Of() with
    {
        Ink = Ink.FromStrokes([[[-5, 10, 0], [15, 10, 100], [5, 50, 200]], [[0, 30]]]),
        Guesses = [Guess("mnist-cnn", 7), Guess("k-means", 1), Guess("mnist-mlp", 9)],
    };

    [Theory]
    [InlineData(7, "2 of 3 machines fooled")]
    [InlineData(4, "All three machines fooled!")]
    public void Of_ADrawingThatFooledSome_SaysHowManyAndWhoSaidWhat(int meant, string title)
    {
        var card = ShareCard.Of(_drawing, _drawing.Guesses, meant, [])!;
        Assert.Equal((title, $"It’s a {meant}"), (card.Title, card.Asked));
        Assert.Equal(
            [("mnist-cnn", 7, meant == 7), ("k-means", 1, false), ("mnist-mlp", 9, false)],
            card.Says.Select(saying => (saying.Name, saying.Digit, saying.IsRight)));
    }

    [Fact]
    public void Of_ADrawingThatFooledBoth_SaysBoth() => Assert.Equal(
        "Both machines fooled!", ShareCard.Of(_drawing, [Guess("mnist-cnn", 7), Guess("k-means", 1)], 4, [])!.Title);

    [Fact]
    public void Of_ADrawingThatFooledNobody_IsNull() =>
        Assert.Null(ShareCard.Of(_drawing, [Guess("mnist-cnn", 7)], 7, []));

    [Fact]
    public void Of_APicture_IsNull() => Assert.Null(ShareCard.Of(_drawing with { Ink = null }, _drawing.Guesses, 7, []));

    [Fact]
    public void ToJson_Strokes_AreWholeNumbersThatKeepTheShape()
    {
        var card = JsonSerializer.Deserialize<JsonElement>(ShareCard.Of(_drawing, _drawing.Guesses, 7, [])!.ToJson());
        Assert.Equal("[[[0,0],[500,0],[250,1000]],[[125,500]]]", card.GetProperty("strokes").GetRawText());
        Assert.False(card.GetProperty("says")[1].GetProperty("isRight").GetBoolean());
    }

    [Fact]
    public void Of_ADot_HasOnePoint() => Assert.Equal(
        [0, 0], ShareCard.Of(_drawing with { Ink = Ink.FromStrokes([[[7, 7]]]) }, _drawing.Guesses, 7, [])!.Strokes[0][0]);
}
