using GameNight.Play.Rounds;

namespace GameNight.Tests.Play.Rounds;

public sealed class PlaySessionTests
{
    [Fact]
    public void Challenged_ManyTimes_NeverAsksForADigitTwiceInARow()
    {
        var random = new Random(1);
        var session = new PlaySession();
        var asked = new HashSet<int>();
        for (var i = 0; i < 300; i++)
        {
            var next = session.Challenged(recognised: true, random);
            Assert.NotEqual(session.Asked, next.Asked);
            asked.Add(next.Asked);
            session = next;
        }

        Assert.Equal(Enumerable.Range(0, 10), asked.Order());
        Assert.Equal((300, 300, 300), (session.Drawn, session.Streak, session.BestStreak));
    }

    [Fact]
    public void Corrected_FromRightToWrong_CountsOneLess()
    {
        var session = new PlaySession().Marked(recognised: true).Corrected(before: true, now: false);
        Assert.Equal((1, 0), (session.Drawn, session.Recognised));
    }
}
