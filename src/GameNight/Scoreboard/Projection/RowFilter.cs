using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>A <see cref="Filter"/> translated into the numbers of a table.</summary>
public sealed class RowFilter
{
    private readonly Filter _filter;
    private readonly long _from;
    private readonly long _to;
    private readonly HashSet<int>? _players;

    public RowFilter(Filter filter, FactTable table)
    {
        _filter = filter;
        (_from, _to) = (filter.From?.UtcTicks ?? long.MinValue, filter.To?.UtcTicks ?? long.MaxValue);
        if (filter.Player is not { } handle)
            return;
        _players = [];
        var players = table.Players.All;
        for (var i = 0; i < players.Length; i++)
        {
            if (PlayerHandle.Of(players[i]) == handle)
                _players.Add(i);
        }
    }

    /// <summary>
    /// Whether the drawing counts. An excluded one never does, and of the same drawing only one. What was drawn in a sprint never
    /// counts: it is there because one of the contestants has read it.
    /// </summary>
    public bool Includes(in PlayRow play) =>
        !play.Label.IsExcluded && !play.IsRepeat && play.Task.Mode != PlayMode.Sprint && IsOfKind(play.Task)
        && play.Time >= _from && play.Time < _to
        && (_filter.Input is null || play.Input == _filter.Input) && _players?.Contains(play.Player) != false;

    private bool IsOfKind(TaskCode task) => _filter.Kind switch
    {
        DrawingKind.Readable => task.Mode != PlayMode.Fool,
        DrawingKind.Fool => task.Mode == PlayMode.Fool,
        DrawingKind.OtherHand => task.Twist == Twist.OtherHand,
        DrawingKind.OneStroke => task.Twist == Twist.OneStroke,
        DrawingKind.EyesClosed => task.Twist == Twist.EyesClosed,
        DrawingKind.Quick => task.Twist == Twist.Quick,
        _ => true,
    };
}
