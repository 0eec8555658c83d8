using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Results;

public sealed class DrawingSelectionTests
{
    [Theory]
    [InlineData(null, "9", "4")]
    [InlineData("", "9", "4")]
    [InlineData("cnn", null, null)]
    [InlineData("cnn", "abc", null)]
    [InlineData("cnn", "10", "4")]
    [InlineData("cnn", "9", "x")]
    [InlineData("cnn", "any", "4")]
    public void Parse_AnAddressThatSelectsNothing_IsNull(string? of, string? drawn, string? taken) =>
        Assert.Null(DrawingSelection.Parse(of, drawn, taken));

    [Fact]
    public void Parse_AnAddress_SelectsACellADigitOrAllMistakes()
    {
        Assert.Equal(new DrawingSelection("cnn", 9, 4), DrawingSelection.Parse("cnn", "9", "4"));
        Assert.Equal(new DrawingSelection("cnn", 9), DrawingSelection.Parse("cnn", "9", null));
        Assert.Equal(new DrawingSelection("cnn"), DrawingSelection.Parse("cnn", "any", null));
    }

    [Fact]
    public void Includes_WithoutAGuess_IsWhatWasMisread()
    {
        Assert.True(new DrawingSelection("cnn", 9).Includes(9, 4));
        Assert.False(new DrawingSelection("cnn", 9).Includes(9, 9));
        Assert.False(new DrawingSelection("cnn", 9).Includes(4, 9));
        Assert.True(new DrawingSelection("cnn", 9, 9).Includes(9, 9));
        Assert.True(new DrawingSelection("cnn").Includes(3, 8));
    }
}
