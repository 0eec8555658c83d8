using GameNight.Scoreboard.Charts;
using GameNight.Tests.Play;

namespace GameNight.Tests.Scoreboard.Charts;

public sealed class TrialNamesTests
{
    [Fact]
    public void NameOf_AVersionOnTrial_IsItsAlgorithmsNameWithTheVersion()
    {
        using var table = ContestantsFixture.With(("app-network", 3));
        Assert.Equal("APP-NETWORK", table.Contestants.NameOf("app-network"));
        Assert.Equal("APP-NETWORK, version 3 on trial", table.Contestants.NameOf("app-network@3"));
        Assert.Equal("gone, version 2 on trial", table.Contestants.NameOf("gone@2"));
    }

    [Theory]
    [InlineData("app-network")]
    [InlineData("somebody-new")]
    public void Look_OfAVersionOnTrial_HasItsAlgorithmsColourAndShapeAndIsToldApart(string algorithm)
    {
        var (service, trial) = (SeriesLook.Of(algorithm), SeriesLook.Of(algorithm + "@3"));
        Assert.Equal((service.Colour, service.Shape), (trial.Colour, trial.Shape));
        Assert.True(trial.IsHollow && !service.IsHollow);
        Assert.NotEqual(service.Dash, trial.Dash);
        Assert.NotEqual(trial.Dash, SeriesLook.Of(algorithm + "@4").Dash);
    }
}
