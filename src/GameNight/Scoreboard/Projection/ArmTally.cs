using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts the plays in which the app chose the algorithm, by algorithm and by how it chose.</summary>
/// <param name="series">Tells which versions were on shadow.</param>
/// <param name="zone">The time zone in which nights begin and end.</param>
public sealed class ArmTally(Series series, TimeZoneInfo zone)
{
    /// <summary>
    /// A drawing, in parts: one to sixteen arms share it without a rest, so that the sum is the same in whatever order it is counted.
    /// </summary>
    private const long Draw = 720_720;

    private readonly NightFinder _nights = new(zone);
    private readonly Dictionary<(int Version, ChosenBy By), Arm> _arms = [];

    // Drawings that follow each other mostly have the same night and the same versions: they are counted first, and shared out together.
    private readonly Dictionary<ChosenBy, (int Night, ushort[] Among, int Drawings)> _choices = [];

    public void Add(in PlayRow play)
    {
        if (play.ChosenBy == ChosenBy.Player || play.Chosen >= play.Versions.Length)
            return;
        var night = _nights.Of(play.Time).Date.DayNumber;
        CountChoice(night, play.ChosenBy, play.Versions);
        var arm = ArmOf((play.Versions[play.Chosen], play.ChosenBy));
        arm.AddTo(night, plays: 1, expected: 0);
        arm.Plays++;
        arm.Players.Add((night, play.Player));
        if (play.Label.Digit < 0)
            return;
        var isCorrect = play.Digits[play.Chosen] == play.Label.Digit;
        arm.Labelled++;
        arm.Correct += isCorrect ? 1 : 0;
        arm.AddFirst((night, play.Player), (play.Time, play.Row, isCorrect));
    }

    public void Merge(ArmTally other)
    {
        other.ShareOut();
        foreach (var (key, arm) in other._arms)
            ArmOf(key).Merge(arm);
    }

    /// <summary>The arms in service, with all versions of an algorithm together: by algorithm, then by how they were chosen.</summary>
    public IReadOnlyList<ArmStatistics> ToStatistics(FactTable table)
    {
        ShareOut();
        return
        [
            .. _arms.GroupBy(arm => (table.Versions[arm.Key.Version].Algorithm, arm.Key.By), arm => arm.Value)
                .Select(versions => Arm.Sum(versions).ToStatistics(versions.Key.Algorithm, versions.Key.By))
                .OrderBy(arm => arm.Algorithm, StringComparer.Ordinal)
                .ThenBy(arm => arm.By),
        ];
    }

    /// <summary>Counts a drawing for which one of these versions was chosen.</summary>
    private void CountChoice(int night, ChosenBy by, ReadOnlySpan<ushort> versions)
    {
        var (countedNight, among, drawings) = _choices.GetValueOrDefault(by);
        if (drawings > 0 && (night != countedNight || !versions.SequenceEqual(among)))
        {
            ShareOut(by);
            drawings = 0;
        }

        _choices[by] = (night, drawings > 0 ? among : versions.ToArray(), drawings + 1);
    }

    private void ShareOut()
    {
        foreach (var by in _choices.Keys)
            ShareOut(by);
        _choices.Clear();
    }

    /// <summary>Each version that guessed could have been chosen. An arm that no player got counts, too: with 0 players.</summary>
    private void ShareOut(ChosenBy by)
    {
        var (night, among, drawings) = _choices[by];
        var arms = among.Where(version => !IsShadow(version)).ToList();
        foreach (var version in arms)
            ArmOf((version, by)).AddTo(night, plays: 0, expected: drawings * (Draw / arms.Count));
    }

    // What was added to the table since the count began has none that count.
    private bool IsShadow(int version) => version >= series.VersionCount || series.Version(version).IsShadow;

    private Arm ArmOf((int Version, ChosenBy By) key)
    {
        if (!_arms.TryGetValue(key, out var arm))
            _arms[key] = arm = new Arm();
        return arm;
    }

    private sealed class Arm
    {
        /// <summary>
        /// For how many drawings it was chosen, and should have been, in parts of <see cref="Draw"/>, in the nights in which it could.
        /// </summary>
        private readonly Dictionary<int, (int Plays, long Expected)> _nights = [];

        public HashSet<(int Night, int Player)> Players { get; } = [];

        public int Plays { get; set; }

        public int Labelled { get; set; }

        public int Correct { get; set; }

        /// <summary>The first labelled drawing of each player and night.</summary>
        private Dictionary<(int Night, int Player), (long Time, int Row, bool IsCorrect)> Firsts { get; } = [];

        public static Arm Sum(IEnumerable<Arm> arms)
        {
            var sum = new Arm();
            foreach (var arm in arms)
                sum.Merge(arm);
            return sum;
        }

        public void AddTo(int night, int plays, long expected)
        {
            var known = _nights.GetValueOrDefault(night);
            _nights[night] = (known.Plays + plays, known.Expected + expected);
        }

        public void AddFirst((int Night, int Player) key, (long Time, int Row, bool IsCorrect) drawing)
        {
            if (!Firsts.TryGetValue(key, out var known) || (drawing.Time, drawing.Row).CompareTo((known.Time, known.Row)) < 0)
                Firsts[key] = drawing;
        }

        public void Merge(Arm other)
        {
            foreach (var (key, drawing) in other.Firsts)
                AddFirst(key, drawing);
            foreach (var (night, (plays, expected)) in other._nights)
                AddTo(night, plays, expected);
            Players.UnionWith(other.Players);
            (Plays, Labelled, Correct) = (Plays + other.Plays, Labelled + other.Labelled, Correct + other.Correct);
        }

        public ArmStatistics ToStatistics(string algorithm, ChosenBy by)
        {
            var players = Players.Select(entry => entry.Player).Distinct().Count();
            var nights = _nights.OrderBy(night => night.Key).ToDictionary(
                night => night.Key,
                night => new ArmStatistics.Night(
                    Players.Count(entry => entry.Night == night.Key), night.Value.Plays, (double)night.Value.Expected / Draw));
            var firsts = new Proportion(Firsts.Count, Firsts.Values.Count(first => first.IsCorrect));
            return new ArmStatistics(algorithm, by, players, nights, Plays, firsts, Labelled, Correct);
        }
    }
}
