using GameNight.Native.XGBoost;

namespace GameNight.Tests.Native;

public sealed class DMatrixTests
{
    [XgbFact]
    public void Create_Values_HasTheirSize()
    {
        using var matrix = DMatrix.Create([1, 2, 3, 4, 5, 6], rows: 2);
        Assert.Equal((2, 3), (matrix.Rows, matrix.Columns));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(7)]
    public void Create_ValuesThatDoNotFillTheRows_IsRefused(int rows) =>
        Assert.Throws<ArgumentException>("values", () => DMatrix.Create(new float[6], rows));

    [Fact]
    public void Create_NoRows_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>("rows", () => DMatrix.Create([], rows: 0));

    [Fact]
    public void Create_LabelsThatDoNotFit_NamesBothNumbers() => Assert.StartsWith(
        "2 rows have 2 labels, not 3.",
        Assert.Throws<ArgumentException>("labels", () => DMatrix.Create(new float[6], rows: 2, [1, 2, 3])).Message,
        StringComparison.Ordinal);

    [XgbFact]
    public void Create_InfiniteValue_IsRefusedByTheLibrary()
    {
        var refused = Assert.Throws<XgbException>(() => DMatrix.Create([1, float.PositiveInfinity], rows: 1));
        Assert.Contains("inf", refused.Message, StringComparison.OrdinalIgnoreCase);
    }
}
