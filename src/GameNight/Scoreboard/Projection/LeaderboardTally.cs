using GameNight.Identity.Names;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// Counts a <see cref="Leaderboard"/> in one pass over the rows. Streaks and rounds need each player's drawings in the order of time, which
/// the rows mostly have; a second pass is made for the players whose rows do not.
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
        var versions = table.Versions.All.ToArray();
        var kinds = Array.ConvertAll(versions, KindOf);
        for (var row = 0; row < count; row++)
        {
            if (row % CancellationStep == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (!play.IsOfAPerson || !rows.Includes(play))
                continue;
            if (play.Label.Digit >= 0)
                tallies[play.Player].Add(play, kinds);
            else if (!play.Label.IsNoDigit && play.Task.Mode != PlayMode.Fool)
                tallies[play.Player].AddUnanswered(play.Time);
        }

        RecountUnordered(table, count, rows, tallies, kinds, cancellation);
        var scores = new List<PlayerScore>();
        for (var player = 0; player < tallies.Length; player++)
        {
            if (tallies[player].Labelled > 0)
                scores.Add(tallies[player].ToScore(PlayerHandle.Of(players[player])));
        }

        return new Leaderboard([.. scores.OrderBy(score => score.Handle, StringComparer.Ordinal)]);
    }

    /// <summary>Counts the streaks and rounds of the players whose rows are not in the order of time.</summary>
    private static void RecountUnordered(
        FactTable table, int count, RowFilter rows, Tally[] tallies, Kind[] kinds, CancellationToken cancellation)
    {
        var drawings = new List<(long Time, bool Recognised, int Points)>?[tallies.Length];
        for (var player = 0; player < tallies.Length; player++)
            drawings[player] = tallies[player].IsUnordered ? new(tallies[player].Labelled) : null;
        if (Array.TrueForAll(drawings, list => list is null))
            return;
        for (var row = 0; row < count; row++)
        {
            if (row % CancellationStep == 0)
                cancellation.ThrowIfCancellationRequested();
            var play = table[row];
            if (drawings[play.Player] is { } list && play is { IsOfAPerson: true, Label.Digit: >= 0 } && rows.Includes(play))
                list.Add((play.Time, IsRecognised(play), PointsOf(play, kinds)));
        }

        for (var player = 0; player < tallies.Length; player++)
        {
            if (drawings[player] is not { } list)
                continue;
            list.Sort();
            tallies[player].Recount(list);
        }
    }

    /// <summary>Whether the chosen algorithm guessed at all, and guessed the label.</summary>
    private static bool IsRecognised(in PlayRow play) => play.Chosen < play.Digits.Length && play.Digits[play.Chosen] == play.Label.Digit;

    /// <summary>
    /// The points of a drawing, from none, where no contestant read it, to <see cref="PlayerScore.MaxPoints"/>; −1 where nobody was asked.
    /// The rookie, which knows nothing early in the evening, and the players' own contestants, which know only one hand, have no say: the
    /// same drawing shall earn the same whoever drew it, and when.
    /// </summary>
    private static int PointsOf(in PlayRow play, Kind[] kinds)
    {
        var (asked, right) = (0, 0);
        for (var i = 0; i < play.Digits.Length; i++)
        {
            if (kinds[play.Versions[i]] != Kind.Judge)
                continue;
            asked++;
            right += play.Digits[i] == play.Label.Digit ? 1 : 0;
        }

        return asked == 0 ? -1 : (int)Math.Round((double)PlayerScore.MaxPoints * right / asked, MidpointRounding.AwayFromZero);
    }

    private static Kind KindOf(ScoredVersion version) => version switch
    {
        { IsShadow: true } => Kind.Shadow,
        { Algorithm: Contestants.Rookie or Contestants.Personal } => Kind.Learner,
        _ => Kind.Judge,
    };

    /// <summary>Which say a version has.</summary>
    private enum Kind
    {
        /// <summary>None: the player was not shown its guess.</summary>
        Shadow,

        /// <summary>In the legibility, not in the points.</summary>
        Learner,

        /// <summary>In both.</summary>
        Judge,
    }

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
        private int _unanswered;
        private long _latest;
        private bool _isLatestUnanswered;
        private int _points;
        private int _drawings;
        private int? _round1;
        private int? _round2;
        private int? _round3;

        public int Labelled { get; private set; }

        /// <summary>Whether a row is not later than the one before it.</summary>
        public bool IsUnordered { get; private set; }

        public void Add(in PlayRow play, Kind[] kinds)
        {
            var recognised = IsRecognised(play);
            Labelled++;
            AddToStreak(recognised);
            AddToRound(PointsOf(play, kinds));
            IsUnordered |= play.Time <= _last;
            _last = play.Time;
            if (play.Time >= _latest)
                (_latest, _isLatestUnanswered) = (play.Time, false);
            if (recognised)
            {
                _recognised++;
                if (play.Duration is >= LeastDuration and var duration && (_fastest == 0 || duration < _fastest))
                    _fastest = duration;
            }

            for (var i = 0; i < play.Digits.Length; i++)
            {
                if (kinds[play.Versions[i]] == Kind.Shadow)
                    continue;
                _guesses++;
                _correct += play.Digits[i] == play.Label.Digit ? 1 : 0;
            }
        }

        /// <param name="time">When it was drawn, in ticks.</param>
        public void AddUnanswered(long time)
        {
            _unanswered++;
            if (time > _latest)
                (_latest, _isLatestUnanswered) = (time, true);
        }

        /// <param name="drawings">All labelled drawings, oldest first.</param>
        public void Recount(List<(long Time, bool Recognised, int Points)> drawings)
        {
            (_streak, _longest, _points, _drawings, _round1, _round2, _round3) = (0, 0, 0, 0, null, null, null);
            foreach (var (_, recognised, points) in drawings)
            {
                AddToStreak(recognised);
                AddToRound(points);
            }
        }

        public readonly PlayerScore ToScore(string handle) =>
            new(
                handle, Labelled, _recognised, _longest, _fastest == 0 ? null : _fastest, _guesses, _correct,
                _round1, _round2, _round3, _drawings,
                // The latest one may still get its answer.
                _isLatestUnanswered ? _unanswered - 1 : _unanswered);

        private void AddToRound(int points)
        {
            if (points < 0 || _drawings == PlayerScore.MaxRounds * PlayerScore.RoundLength)
                return;
            _points += points;
            if (++_drawings % PlayerScore.RoundLength != 0)
                return;
            (_round1, _round2, _round3) = _drawings switch
            {
                PlayerScore.RoundLength => (_points, null, null),
                2 * PlayerScore.RoundLength => (_round1, _points, null),
                _ => (_round1, _round2, (int?)_points),
            };
            _points = 0;
        }

        private void AddToStreak(bool recognised)
        {
            _streak = recognised ? _streak + 1 : 0;
            _longest = Math.Max(_longest, _streak);
        }
    }
}
