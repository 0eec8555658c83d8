using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Projection;

namespace GameNight.Play.Fool;

/// <summary>The drawings that a player may judge, as rows of the counts.</summary>
/// <param name="Waiting">Those that were made to fool and on which people have not agreed yet, the newest.</param>
/// <param name="Known">Those whose drawer and whose machines all say the same, the newest.</param>
public sealed record JuryDocket(IReadOnlyList<int> Waiting, IReadOnlyList<int> Known)
{
    /// <summary>The most rows of each kind.</summary>
    public const int Limit = 200;

    /// <summary>How many of the last rows are looked through: some milliseconds, however many there are.</summary>
    public const int MostRows = 100_000;

    /// <summary>The docket of a player, from the newest row on.</summary>
    public static JuryDocket Of(FactTable table, string player)
    {
        var own = table.Players.All.IndexOf(player);
        var (waiting, known, end) = (new List<int>(), new List<int>(), table.Count);
        for (var row = end - 1; row >= Math.Max(0, end - MostRows) && (waiting.Count < Limit || known.Count < Limit); row--)
        {
            var play = table[row];
            if (play.Player == own || !IsByAPerson(play) || play.Label.IsExcluded || play.IsRepeat)
                continue;
            if (IsWaiting(play) && waiting.Count < Limit)
                waiting.Add(row);
            else if (IsKnown(play) && known.Count < Limit)
                known.Add(row);
        }

        return new JuryDocket(waiting, known);
    }

    private static bool IsByAPerson(in PlayRow play) => play.Input is not (null or InputKind.Program or InputKind.Picture);

    private static bool IsWaiting(in PlayRow play) =>
        play.Task.Mode == PlayMode.Fool && play.Label is { Digit: < 0, IsNoDigit: false };

    private static bool IsKnown(in PlayRow play) =>
        play.Task.Mode != PlayMode.Fool && play.Label.Digit >= 0 && play.Digits.IndexOfAnyExcept((byte)play.Label.Digit) < 0;
}
