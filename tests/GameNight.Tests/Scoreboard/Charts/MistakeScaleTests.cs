using GameNight.Scoreboard.Charts;

namespace GameNight.Tests.Scoreboard.Charts;

public sealed class MistakeScaleTests
{
    /// <summary>On bars from 0 to 100 %, 97.0 and 99.1 % looked alike.</summary>
    [Fact]
    public void Over_ContestantsNearTheCeiling_SpreadsThem()
    {
        var scale = MistakeScale.Over([new(1000, 991), new(1000, 970)]);
        Assert.Equal([0, 0.01, 0.02, 0.03, 0.04, 0.05], scale.Ticks);
        Assert.InRange(scale.X(0.030) - scale.X(0.009), 0.4, 0.5);
    }

    [Fact]
    public void Over_OneFarBeyondTheOthers_DoesNotStretchTheAxis()
    {
        var scale = MistakeScale.Over([new(1000, 990), new(1000, 985), new(1000, 980), new(1000, 400)]);
        Assert.InRange(scale.High, 0.02, 0.05);
        Assert.True(scale.IsBeyond(0.6));
        Assert.Equal(1, scale.X(0.6));
        Assert.False(scale.IsBeyond(0.02));
    }

    [Fact]
    public void Over_AllFarFromZero_BeginsNearThem()
    {
        var scale = MistakeScale.Over([new(10_000, 6000), new(10_000, 5900)]);
        Assert.InRange(scale.Low, 0.35, 0.395);
        Assert.InRange(scale.High, 0.42, 0.45);
    }

    [Fact]
    public void Over_NobodyOrAll_IsAWholeAxis()
    {
        Assert.Equal((0, 1), (MistakeScale.Over([]).Low, MistakeScale.Over([]).High));
        Assert.Equal((0, 1), (MistakeScale.Over([new(2, 0)]).X(0), MistakeScale.Over([new(2, 0)]).X(1)));
    }
}
