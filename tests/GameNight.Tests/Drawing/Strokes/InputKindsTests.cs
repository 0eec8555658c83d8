using GameNight.Drawing.Strokes;

namespace GameNight.Tests.Drawing.Strokes;

public sealed class InputKindsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(InputKind.Touch, InputKind.Touch)]
    [InlineData(InputKind.Mouse, InputKind.Mouse, InputKind.Keyboard, InputKind.Mouse)]
    [InlineData(InputKind.Keyboard, InputKind.Mouse, InputKind.Keyboard)]
    [InlineData(InputKind.Touch, InputKind.Touch, InputKind.Pen, InputKind.Pen, InputKind.Mouse, InputKind.Touch)]
    public void MostUsed_Strokes_IsTheMostFrequentAndOfEqualsTheLast(InputKind? expected, params InputKind[] strokes) =>
        Assert.Equal(expected, InputKinds.MostUsed(strokes));
}
