using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Scoreboard.Projection;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Fool;

public sealed class JuryDocketTests
{
    private readonly FactTable _table = new();

    [Fact]
    public void Of_MoreThanTheLimit_HasTheNewest()
    {
        for (var i = 0; i < JuryDocket.Limit + 50; i++)
            Add(i, new DrawingTask(PlayMode.Fool, 4));
        Assert.Equal(Enumerable.Range(50, JuryDocket.Limit).Reverse(), JuryDocket.Of(_table, "Ben").Waiting);
        Assert.Empty(JuryDocket.Of(_table, "Ada").Waiting);
    }

    [Fact]
    public void Of_ManyRows_LooksAtTheLatestOnly()
    {
        Add(0, new DrawingTask(PlayMode.Fool, 4));
        var facts = PlayFacts.Of(Drawing(1, task: null));
        for (var i = 1; i < JuryDocket.MostRows; i++)
            _table.Append(facts);
        Assert.Single(JuryDocket.Of(_table, "Ben").Waiting);
        _table.Append(facts);
        Assert.Empty(JuryDocket.Of(_table, "Ben").Waiting);
    }

    private void Add(int number, DrawingTask task) => _table.Append(PlayFacts.Of(Drawing(number, task)));

    private static Observation Drawing(int number, DrawingTask? task) => Of() with
    {
        Player = "Ada",
        Task = task,
        Origin = PlayOrigin.Page,
        Ink = Ink.FromStrokes([[[number, 0, 0], [number + 3.0, 40, 20]]]),
    };
}
