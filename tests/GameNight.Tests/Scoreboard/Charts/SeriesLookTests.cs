using GameNight.Scoreboard.Charts;

namespace GameNight.Tests.Scoreboard.Charts;

public sealed class SeriesLookTests
{
    [Theory]
    [InlineData("app-network")]
    [InlineData("somebody-new")]
    public void Of_VersionOnShadow_HasTheColourAndShapeOfItsAlgorithmButHollow(string algorithm)
    {
        var (service, shadow) = (SeriesLook.Of(algorithm), SeriesLook.Of(algorithm + "@3"));
        Assert.Equal((service.Colour, service.Shape), (shadow.Colour, shadow.Shape));
        Assert.True(shadow.IsHollow && !service.IsHollow);
        Assert.NotEqual(service.Dash, shadow.Dash);
        Assert.NotEqual(shadow.Dash, SeriesLook.Of(algorithm + "@4").Dash);
    }
}
