using GameNight.Scoreboard.Charts;
using GameNight.Tests.Play;

namespace GameNight.Tests.Scoreboard.Charts;

public sealed class AlgorithmNamesTests
{
    [Fact]
    public void NameOf_VersionOnShadow_IsTheContestantsNameWithTheVersion()
    {
        using var contestants = ContestantsFixture.With(("app-network", 3));
        Assert.Equal("Sponge", contestants.Contestants.NameOf("app-network"));
        Assert.Equal("Sponge, version 3 on trial", contestants.Contestants.NameOf("app-network@3"));
        Assert.Equal("Sponge, APP-NETWORK, version 3 on trial", contestants.Contestants.BothNamesOf("app-network@3"));
        Assert.Equal("APP-NETWORK, version 3 on trial", contestants.Contestants.TechnicalNameOf("app-network@3"));
        Assert.Equal("gone, version 2 on trial", contestants.Contestants.NameOf("gone@2"));
    }
}
