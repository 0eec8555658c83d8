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

    public static JuryDocket Of(FactTable table, string player, CancellationToken cancellation)
    {
        var own = table.Players.All.IndexOf(player);
        var found = table.Aggregate(() => new Rows(), Add, Rows.Merge, filter: null, cancellation);
        return new JuryDocket([.. found.Waiting], [.. found.Known]);

        void Add(Rows rows, in PlayRow play)
        {
            var isByAPerson = play.Input is not (null or InputKind.Program or InputKind.Picture);
            if (play.Player == own || !isByAPerson || play.Label.IsExcluded || play.IsRepeat)
                return;
            if (play.Task.Mode == PlayMode.Fool)
            {
                if (play.Label is { Digit: < 0, IsNoDigit: false })
                    Rows.Keep(rows.Waiting, play.Row);
            }
            else if (play.Label.Digit >= 0 && play.Digits.IndexOfAnyExcept((byte)play.Label.Digit) < 0)
            {
                Rows.Keep(rows.Known, play.Row);
            }
        }
    }

    private sealed class Rows
    {
        public Queue<int> Waiting { get; } = new();

        public Queue<int> Known { get; } = new();

        public static void Keep(Queue<int> rows, int row)
        {
            rows.Enqueue(row);
            if (rows.Count > Limit)
                rows.Dequeue();
        }

        /// <summary>The parts come in their order: what is later is newer.</summary>
        public static void Merge(Rows sum, Rows part)
        {
            foreach (var row in part.Waiting)
                Keep(sum.Waiting, row);
            foreach (var row in part.Known)
                Keep(sum.Known, row);
        }
    }
}
