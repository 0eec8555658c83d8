using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts the plays in which the app chose the algorithm, by algorithm and by how it chose.</summary>
/// <param name="zone">The time zone in which nights begin and end.</param>
public sealed class ArmTally(TimeZoneInfo zone)
{
    private readonly NightFinder _nights = new(zone);
    private readonly Dictionary<(int Version, ChosenBy By), Arm> _arms = [];

    public void Add(in PlayRow play)
    {
        if (play.ChosenBy == ChosenBy.Player || play.Chosen >= play.Versions.Length)
            return;
        var night = _nights.Of(play.Time).Date.DayNumber;
        // Each version that guessed could have been chosen. An arm that no player got counts, too: with 0 players.
        foreach (var version in play.Versions)
            ArmOf((version, play.ChosenBy)).Nights.Add(night);
        var arm = ArmOf((play.Versions[play.Chosen], play.ChosenBy));
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
        foreach (var (key, arm) in other._arms)
            ArmOf(key).Merge(arm);
    }

    /// <summary>The arms in service, with all versions of an algorithm together: by algorithm, then by how they were chosen.</summary>
    public IReadOnlyList<ArmStatistics> ToStatistics(FactTable table) =>
    [
        .. _arms.Where(arm => !table.Versions[arm.Key.Version].IsShadow)
            .GroupBy(arm => (table.Versions[arm.Key.Version].Algorithm, arm.Key.By), arm => arm.Value)
            .Select(versions => Arm.Sum(versions).ToStatistics(versions.Key.Algorithm, versions.Key.By))
            .OrderBy(arm => arm.Algorithm, StringComparer.Ordinal)
            .ThenBy(arm => arm.By),
    ];

    private Arm ArmOf((int Version, ChosenBy By) key)
    {
        if (!_arms.TryGetValue(key, out var arm))
            _arms[key] = arm = new Arm();
        return arm;
    }

    private sealed class Arm
    {
        /// <summary>The nights in which it could have been chosen.</summary>
        public HashSet<int> Nights { get; } = [];

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

        public void AddFirst((int Night, int Player) key, (long Time, int Row, bool IsCorrect) drawing)
        {
            if (!Firsts.TryGetValue(key, out var known) || (drawing.Time, drawing.Row).CompareTo((known.Time, known.Row)) < 0)
                Firsts[key] = drawing;
        }

        public void Merge(Arm other)
        {
            foreach (var (key, drawing) in other.Firsts)
                AddFirst(key, drawing);
            Nights.UnionWith(other.Nights);
            Players.UnionWith(other.Players);
            (Plays, Labelled, Correct) = (Plays + other.Plays, Labelled + other.Labelled, Correct + other.Correct);
        }

        public ArmStatistics ToStatistics(string algorithm, ChosenBy by)
        {
            var players = Players.Select(entry => entry.Player).Distinct().Count();
            var nights = Nights.Order().ToDictionary(night => night, night => Players.Count(entry => entry.Night == night));
            var firsts = new Proportion(Firsts.Count, Firsts.Values.Count(first => first.IsCorrect));
            return new ArmStatistics(algorithm, by, players, nights, Plays, firsts, Labelled, Correct);
        }
    }
}
