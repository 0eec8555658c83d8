using GameNight.Drawing.Strokes;
using GameNight.Identity.Names;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Counts a <see cref="Leaderboard"/> in one pass over the rows. Streaks need each player's drawings in the order of time, which the rows
/// mostly have; a second pass is made for the players whose rows do not.
/// </summary>
public static class LeaderboardTally
{
    /// <summary>Nobody draws a digit in less, in milliseconds: such times are made up, and no record.</summary>
    private const int LeastDuration = 100;

    /// <summary>Cancellation is checked once in so many rows.</summary>
    private const int CancellationStep = 1 << 14;

    public static Leaderboard Count(FactTable table, Filter filter, CancellationToken cancellation)
    {
        // The number of rows is read first: the players and versions of those rows are known by then.
        var (count, rows) = (table.Count, new RowFilter(filter, table));
        var players = table.Players.All;
        var tallies = new Tally[players.Length];
        bool[] isShadow = [.. table.Versions.All.ToArray().Select(version => version.IsShadow)];
        for (var row = 0; row < count; row++)
        {
            if (row % CancellationStep == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (IsOfAPerson(play) && rows.Includes(play))
                tallies[play.Player].Add(play, isShadow);
        }

        RecountUnordered(table, count, rows, tallies, cancellation);
        var scores = new List<PlayerScore>();
        for (var player = 0; player < tallies.Length; player++)
        {
            if (tallies[player].Labelled > 0)
                scores.Add(tallies[player].ToScore(PlayerHandle.Of(players[player])));
        }

        var ranked = scores.OrderByDescending(score => score.Recognised).ThenBy(score => score.Handle, StringComparer.Ordinal);
        return new Leaderboard([.. ranked]);
    }

    /// <summary>Counts the streaks of the players whose rows are not in the order of time.</summary>
    private static void RecountUnordered(FactTable table, int count, RowFilter rows, Tally[] tallies, CancellationToken cancellation)
    {
        // Of each such player, the drawings as twice the ticks of the time, plus 1 if it was recognised: they sort by time.
        var drawings = new List<long>?[tallies.Length];
        for (var player = 0; player < tallies.Length; player++)
            drawings[player] = tallies[player].IsUnordered ? new List<long>(tallies[player].Labelled) : null;
        if (Array.TrueForAll(drawings, list => list is null))
            return;
        for (var row = 0; row < count; row++)
        {
            if (row % CancellationStep == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (drawings[play.Player] is { } list && IsOfAPerson(play) && rows.Includes(play))
                list.Add(2 * play.Time + (IsRecognised(play) ? 1 : 0));
        }

        for (var player = 0; player < tallies.Length; player++)
        {
            if (drawings[player] is not { } list)
                continue;
            list.Sort();
            tallies[player].RecountStreaks(list.Select(drawing => drawing % 2 == 1));
        }
    }

    /// <summary>Whether a person drew it and it has a label. Programs have a board of their own: the statistics by input.</summary>
    private static bool IsOfAPerson(in PlayRow play) => play.Label.Digit >= 0 && play.Input is not (InputKind.Program or InputKind.Picture);

    /// <summary>Whether the chosen algorithm guessed at all, and guessed the label.</summary>
    private static bool IsRecognised(in PlayRow play) => play.Chosen < play.Digits.Length && play.Digits[play.Chosen] == play.Label.Digit;

    /// <summary>Counts the labelled drawings of one player.</summary>
    private struct Tally
    {
        private int _recognised;
        private int _streak;
        private int _longest;
        private int _fastest;
        private int _guesses;
        private int _correct;
        private long _last;

        public int Labelled { get; private set; }

        /// <summary>Whether a row is not later than the one before it.</summary>
        public bool IsUnordered { get; private set; }

        public void Add(in PlayRow play, bool[] isShadow)
        {
            var recognised = IsRecognised(play);
            Labelled++;
            AddToStreak(recognised);
            IsUnordered |= play.Time <= _last;
            _last = play.Time;
            if (recognised)
            {
                _recognised++;
                if (play.Duration is >= LeastDuration and var duration && (_fastest == 0 || duration < _fastest))
                    _fastest = duration;
            }

            for (var i = 0; i < play.Digits.Length; i++)
            {
                if (isShadow[play.Versions[i]])
                    continue;
                _guesses++;
                _correct += play.Digits[i] == play.Label.Digit ? 1 : 0;
            }
        }

        /// <param name="recognised">Whether each labelled drawing was recognised, oldest first.</param>
        public void RecountStreaks(IEnumerable<bool> recognised)
        {
            (_streak, _longest) = (0, 0);
            foreach (var isRecognised in recognised)
                AddToStreak(isRecognised);
        }

        public readonly PlayerScore ToScore(string handle) =>
            new(handle, Labelled, _recognised, _longest, _fastest == 0 ? null : _fastest, _guesses, _correct);

        private void AddToStreak(bool recognised)
        {
            _streak = recognised ? _streak + 1 : 0;
            _longest = Math.Max(_longest, _streak);
        }
    }
}
