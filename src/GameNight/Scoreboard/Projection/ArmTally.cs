using GameNight.Calendar;
using GameNight.Observations.Store;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Projection;

/// <summary>What came of the surprises: by algorithm that the app chose, and by how it chose.</summary>
/// <param name="zone">By which nights begin and end.</param>
public sealed class ArmTally(TimeZoneInfo zone)
{
    private readonly NightFinder _nights = new(zone);
    private readonly Dictionary<(int Contender, ChosenBy By), Arm> _arms = [];

    public void Add(in PlayRow play)
    {
        if (play.ChosenBy == ChosenBy.Player || play.Chosen >= play.Contenders.Length)
            return;
        var night = _nights.Of(play.Time).Date.DayNumber;
        // Whoever guessed could have been chosen: nobody at all is a result, too.
        foreach (var contender in play.Contenders)
            ArmOf((contender, play.ChosenBy)).Nights.Add(night);
        var arm = ArmOf((play.Contenders[play.Chosen], play.ChosenBy));
        arm.Plays++;
        arm.Players.Add((night, play.Player));
        if (play.Mark.Digit < 0)
            return;
        var isRight = play.Digits[play.Chosen] == play.Mark.Digit;
        arm.Marked++;
        arm.Correct += isRight ? 1 : 0;
        arm.NoteFirst((night, play.Player), (play.Time, play.Row, isRight));
    }

    public void Merge(ArmTally other)
    {
        foreach (var (key, arm) in other._arms)
            ArmOf(key).Merge(arm);
    }

    /// <summary>By algorithm, then by how it was chosen.</summary>
    public IReadOnlyList<ArmStatistics> ToStatistics(FactTable table) =>
    [
        .. _arms.Where(arm => !table.Contenders[arm.Key.Contender].IsShadow).GroupBy(arm => (table.Contenders[arm.Key.Contender].Algorithm, arm.Key.By), arm => arm.Value).Select(versions =>
        {
            var sum = new Arm();
            foreach (var arm in versions)
                sum.Merge(arm);
            return new ArmStatistics(
                versions.Key.Algorithm, versions.Key.By, sum.Players.Select(came => came.Player).Distinct().Count(),
                sum.Nights.Order().ToDictionary(night => night, night => sum.Players.Count(came => came.Night == night)), sum.Plays, new Proportion(sum.Firsts.Count, sum.Firsts.Values.Count(first => first.IsRight)), sum.Marked, sum.Correct);
        }).OrderBy(arm => arm.Algorithm, StringComparer.Ordinal).ThenBy(arm => arm.By),
    ];

    private Arm ArmOf((int Contender, ChosenBy By) key)
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

        public int Marked { get; set; }

        public int Correct { get; set; }

        /// <summary>Of each player and night, the first drawing that was marked.</summary>
        public Dictionary<(int Night, int Player), (long Time, int Row, bool IsRight)> Firsts { get; } = [];

        public void NoteFirst((int Night, int Player) key, (long Time, int Row, bool IsRight) drawing)
        {
            if (!Firsts.TryGetValue(key, out var known) || (drawing.Time, drawing.Row).CompareTo((known.Time, known.Row)) < 0)
                Firsts[key] = drawing;
        }

        public void Merge(Arm other)
        {
            foreach (var (key, drawing) in other.Firsts)
                NoteFirst(key, drawing);
            Nights.UnionWith(other.Nights);
            Players.UnionWith(other.Players);
            (Plays, Marked, Correct) = (Plays + other.Plays, Marked + other.Marked, Correct + other.Correct);
        }
    }
}
