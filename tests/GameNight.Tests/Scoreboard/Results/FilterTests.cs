using GameNight.Drawing.Strokes;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class FilterTests
{
    [Theory]
    [InlineData("mouse", InputKind.Mouse)]
    [InlineData("Touch", InputKind.Touch)]
    [InlineData("0", null)]
    [InlineData("+1", null)]
    [InlineData("mouse,touch", null)]
    [InlineData(" pen", null)]
    [InlineData("finger", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Parse_Input_TakesTheNamesOnly(string? input, InputKind? expected) =>
        Assert.Equal(expected, Filter.Parse(null, null, null, null, input, null).Input);

    [Theory]
    [InlineData("fool", DrawingKind.Fool)]
    [InlineData("eyesclosed", DrawingKind.EyesClosed)]
    [InlineData("3", DrawingKind.Readable)]
    [InlineData("", DrawingKind.Readable)]
    [InlineData(null, DrawingKind.Readable)]
    public void Parse_Kind_TakesTheNamesOnly(string? kind, DrawingKind expected) =>
        Assert.Equal(expected, Filter.Parse(null, null, null, null, null, kind).Kind);
}
