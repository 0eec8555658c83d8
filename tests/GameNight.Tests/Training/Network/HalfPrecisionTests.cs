using GameNight.Models;
using GameNight.Training.Network;

namespace GameNight.Tests.Training.Network;

public class HalfPrecisionTests
{
    [Fact]
    public void Numbers_ThereAndBack_KeepElevenBits()
    {
        float[] numbers = [0, 1 / 3f, 12.34f, 65_504];
        foreach (var (number, back) in numbers.Zip(numbers.ToHalf().ToSingle()))
            Assert.InRange(back, number * (1 - 0.0005f), number * (1 + 0.0005f));
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(float.NaN)]
    public void Features_ThatNoNetworkHas_AreRefused(float number) =>
        Assert.Throws<InvalidModelException>(() => ((float[])[1, number]).ToHalf());
}
