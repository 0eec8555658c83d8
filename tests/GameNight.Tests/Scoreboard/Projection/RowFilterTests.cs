using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projection;

public sealed class RowFilterTests
{
    [Theory]
    [InlineData(DrawingKind.Readable, "free")]
    [InlineData(DrawingKind.Fool, "fool, fool otherHand")]
    [InlineData(DrawingKind.OtherHand, "fool otherHand")]
    [InlineData(DrawingKind.Quick, "")]
    [InlineData(DrawingKind.OneStroke, "")]
    [InlineData(DrawingKind.EyesClosed, "")]
    [InlineData(DrawingKind.Any, "free, fool, fool otherHand")]
    public void Includes_DrawingsOfManyKinds_CountsThoseOfOne(DrawingKind kind, string expected)
    {
        (string Name, DrawingTask? Task)[] drawn =
        [
            ("free", null), ("fool", new(PlayMode.Fool, 4)), ("fool otherHand", new(PlayMode.Fool, 4, Twist.OtherHand)),
            ("sprint", new(PlayMode.Sprint, 4)), ("sprint quick", new(PlayMode.Sprint, 4, Twist.Quick)),
        ];
        var table = new FactTable();
        foreach (var (_, task) in drawn)
            table.Append(PlayFacts.Of(ScoredObservations.Play(4, ObservationBuilder.Evening, ("cnn", 4)) with { Task = task }));

        var filter = new RowFilter(new Filter(Kind: kind), table);
        var counted = drawn.Where((_, row) => filter.Includes(table[row])).Select(one => one.Name);
        Assert.Equal(expected, string.Join(", ", counted));
    }
}
