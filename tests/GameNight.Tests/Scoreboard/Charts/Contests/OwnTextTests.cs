using GameNight.Scoreboard.Charts.Contests;
using GameNight.Scoreboard.Results;

namespace GameNight.Tests.Scoreboard.Charts.Contests;

public sealed class OwnTextTests
{
    [Theory]
    [InlineData(40, 10, 0, 2, "Your own made 2 mistakes and the network 12. It reads you clearly better.")]
    [InlineData(40, 6, 1, 0, "Your own made 1 mistake and the network 6. Too early to say which reads you better.")]
    [InlineData(40, 5, 0, 0, "Your own made 0 mistakes and the network 5. It probably reads you better.")]
    [InlineData(40, 0, 10, 0, "Your own made 10 mistakes and the network 0. The network reads you clearly better.")]
    public void Of_Drawings_SaysMistakesAndHowCertain(int both, int own, int network, int neither, string words) => Assert.Equal(
        $"In {both + own + network + neither} drawings of yours, {words}",
        OwnText.Of(new PairStatistics("personal", "app-network", both, own, network, neither)));

    [Fact]
    public void Of_NoDrawings_Invites() => Assert.Contains(
        "learns your hand", OwnText.Of(new PairStatistics("personal", "app-network", 0, 0, 0, 0)), StringComparison.Ordinal);
}
