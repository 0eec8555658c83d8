using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class TaskCodeTests
{
    [Fact]
    public void Of_AnyTask_SaysTheSame()
    {
        var codes = new HashSet<byte>();
        foreach (var mode in Enum.GetValues<PlayMode>())
        {
            foreach (var asked in Enumerable.Range(-1, 11))
            {
                foreach (var twist in Enum.GetValues<Twist>())
                {
                    var code = TaskCode.Of(new DrawingTask(mode, asked < 0 ? null : asked, twist));
                    Assert.Equal((mode, asked, twist), (code.Mode!.Value, code.Asked, code.Twist));
                    Assert.True(codes.Add(code.Code));
                }
            }
        }

        Assert.DoesNotContain(TaskCode.Of(null).Code, codes);
    }

    [Fact]
    public void Of_None_AsksForNothing()
    {
        var code = TaskCode.Of(null);
        Assert.Equal((null, -1, Twist.None), (code.Mode, code.Asked, code.Twist));
    }
}
