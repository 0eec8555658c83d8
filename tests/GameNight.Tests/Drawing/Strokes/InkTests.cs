using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Strokes;

public sealed class InkTests
{
    [Fact]
    public void FromStrokes_EmptyStrokes_AreDropped() =>
        Assert.Single(Ink.FromStrokes([[], [[1, 2]], []]).Strokes);

    [Fact]
    public void FromStrokes_NotFinite_NamesTheNumber() =>
        Assert.Equal("strokes[1][0][1]", Refuse([[[0, 0]], [[1, double.PositiveInfinity]]]).Field);

    [Fact]
    public void FromStrokes_FourNumbers_NamesThePoint() =>
        Assert.Equal("strokes[0][1]", Refuse([[[0, 0], [1, 2, 3, 4]]]).Field);

    [Theory]
    [InlineData(501, 1)]
    [InlineData(2, 10_001)]
    public void FromStrokes_OverTheLimits_IsRefused(int strokes, int points)
    {
        var stroke = Enumerable.Repeat(new double[] { 1, 2 }, points).ToArray();
        Refuse([.. Enumerable.Repeat(stroke, strokes)]);
    }

    [Fact]
    public void ToStrokes_InkFromStrokes_GivesThemBack()
    {
        double[][][] strokes = [[[1, 2, 0], [3, 4, 16]], [[5, 6]]];
        Assert.Equal(strokes, Ink.FromStrokes(strokes).ToStrokes());
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[[[1,2,0],[3.25,-4,16.7]],[[0.30000000000000004,1E-07]]]")]
    public void Json_Ink_ComesBackAsItWas(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Ink>(json)));

    [Theory]
    [InlineData("[null]", "strokes[0]")]
    [InlineData("[[[1,2]],[null]]", "strokes[1][0]")]
    [InlineData("[[[1,2],[3]]]", "strokes[0][1]")]
    [InlineData("[[[1,2,3,4]]]", "strokes[0][0]")]
    [InlineData("[[],[[1,2],[1,1e10]]]", "strokes[1][1][1]")]
    [InlineData("[[[1,2,1e999]]]", "strokes[0][0][2]")]
    public void Json_InvalidPart_IsNamed(string json, string field) =>
        Assert.Equal(field, Assert.Throws<InvalidDrawingException>(() => JsonSerializer.Deserialize<Ink>(json)).Field);

    [Theory]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("[7]")]
    [InlineData("[[7]]")]
    [InlineData("[[[\"1\",2]]]")]
    [InlineData("[[[1,[2]]]]")]
    [InlineData("[[[1,2]")]
    public void Json_AnotherShape_IsRefused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Ink>(json));

    private static InvalidDrawingException Refuse(double[][][] strokes) =>
        Assert.Throws<InvalidDrawingException>(() => Ink.FromStrokes(strokes));
}
