using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts a <see cref="Leaderboard"/> in one pass over the rows. A streak needs a player's drawings in the order of time, which the rows mostly have.</summary>
public static class LeaderboardTally
{
    /// <summary>So many rows are counted between two questions whether anybody still waits.</summary>
    private const int Step = 1 << 14;

    public static Leaderboard Count(FactTable table, Filter filter, CancellationToken cancellation)
    {
        // First the rows: whoever drew or guessed one of them is known by then.
        var (count, rows) = (table.Count, new RowFilter(filter, table));
        var players = table.Players.All;
        var tallies = new Tally[players.Length];
        bool[] isShadow = [.. table.Contenders.All.ToArray().Select(contender => contender.IsShadow)];
        for (var row = 0; row < count; row++)
        {
            if (row % Step == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (play.Mark.Digit >= 0 && rows.Includes(play))
                tallies[play.Player].Add(play, isShadow);
        }

        FollowMixed(table, count, rows, tallies, cancellation);
        var scores = new List<PlayerScore>();
        for (var player = 0; player < tallies.Length; player++)
        {
            if (tallies[player].Marked > 0)
                scores.Add(tallies[player].ToScore(PlayerHandle.Of(players[player])));
        }

        return new Leaderboard([.. scores.OrderByDescending(score => score.Recognised).ThenBy(score => score.Handle, StringComparer.Ordinal)]);
    }

    /// <summary>The streaks of those whose rows are not in the order of time.</summary>
    private static void FollowMixed(FactTable table, int count, RowFilter rows, Tally[] tallies, CancellationToken cancellation)
    {
        var moments = new List<long>?[tallies.Length];
        for (var player = 0; player < tallies.Length; player++)
            moments[player] = tallies[player].IsMixed ? new List<long>(tallies[player].Marked) : null;
        if (Array.TrueForAll(moments, list => list is null))
            return;
        for (var row = 0; row < count; row++)
        {
            if (row % Step == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (moments[play.Player] is { } list && play.Mark.Digit >= 0 && rows.Includes(play))
                list.Add(2 * play.Time + (IsRecognised(play) ? 1 : 0));
        }

        for (var player = 0; player < tallies.Length; player++)
        {
            if (moments[player] is not { } list)
                continue;
            list.Sort();
            tallies[player].Recount(list);
        }
    }

    /// <summary>A contestant that was chosen but did not answer recognised nothing.</summary>
    private static bool IsRecognised(in PlayRow play) => play.Chosen < play.Digits.Length && play.Digits[play.Chosen] == play.Mark.Digit;

    private struct Tally
    {
        private int _recognised;
        private int _streak;
        private int _longest;
        private int _fastest;
        private int _guesses;
        private int _right;
        private long _last;

        public int Marked { get; private set; }

        /// <summary>Whether a drawing came after a later one.</summary>
        public bool IsMixed { get; private set; }

        public void Add(in PlayRow play, bool[] isShadow)
        {
            var (truth, recognised) = (play.Mark.Digit, IsRecognised(play));
            Marked++;
            Follow(recognised);
            IsMixed |= play.Time <= _last;
            _last = play.Time;
            if (recognised)
            {
                _recognised++;
                // A dot takes no time, and a program any that it likes: these are no records.
                if (play.Input != InputKind.Program && play.Duration is > 0 and var duration && (_fastest == 0 || duration < _fastest))
                    _fastest = duration;
            }

            for (var i = 0; i < play.Digits.Length; i++)
            {
                if (isShadow[play.Contenders[i]])
                    continue;
                _guesses++;
                _right += play.Digits[i] == truth ? 1 : 0;
            }
        }

        public void Recount(List<long> moments)
        {
            (_streak, _longest) = (0, 0);
            foreach (var moment in moments)
                Follow(moment % 2 == 1);
        }

        public readonly PlayerScore ToScore(string handle) => new(handle, Marked, _recognised, _longest, _fastest == 0 ? null : _fastest, _guesses, _right);

        private void Follow(bool recognised)
        {
            _streak = recognised ? _streak + 1 : 0;
            _longest = Math.Max(_longest, _streak);
        }
    }
}
