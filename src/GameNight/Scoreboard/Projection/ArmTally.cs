using GameNight.Observations;

namespace GameNight.Scoreboard.Projection;

/// <summary>What came of the surprises: by algorithm that the app chose, and by how it chose.</summary>
public sealed class ArmTally
{
    private readonly Dictionary<(int Contender, ChosenBy By), Arm> _arms = [];

    public void Add(in PlayRow play)
    {
        if (play.ChosenBy == ChosenBy.Player || play.Chosen >= play.Contenders.Length)
            return;
        var arm = ArmOf((play.Contenders[play.Chosen], play.ChosenBy));
        arm.Plays++;
        arm.Players.Add(play.Player);
        if (play.Mark.Digit < 0)
            return;
        var isRight = play.Digits[play.Chosen] == play.Mark.Digit;
        arm.Marked++;
        arm.Correct += isRight ? 1 : 0;
        arm.NoteFirst((play.Player, Night(play.Time)), (play.Time, play.Row, isRight));
    }

    public void Merge(ArmTally other)
    {
        foreach (var (key, arm) in other._arms)
            ArmOf(key).Merge(arm);
    }

    /// <summary>By algorithm, then by how it was chosen.</summary>
    public IReadOnlyList<ArmStatistics> ToStatistics(FactTable table) =>
    [
        .. _arms.GroupBy(arm => (table.Contenders[arm.Key.Contender].Algorithm, arm.Key.By), arm => arm.Value).Select(versions =>
        {
            var sum = new Arm();
            foreach (var arm in versions)
                sum.Merge(arm);
            return new ArmStatistics(
                versions.Key.Algorithm, versions.Key.By, sum.Players.Count, sum.Plays, new Proportion(sum.Firsts.Count, sum.Firsts.Values.Count(first => first.IsRight)), sum.Marked, sum.Correct);
        }).OrderBy(arm => arm.Algorithm, StringComparer.Ordinal).ThenBy(arm => arm.By),
    ];

    /// <summary>A night lasts from noon to noon, in UTC.</summary>
    private static int Night(long time) => (int)((time - 12 * TimeSpan.TicksPerHour) / TimeSpan.TicksPerDay);

    private Arm ArmOf((int Contender, ChosenBy By) key)
    {
        if (!_arms.TryGetValue(key, out var arm))
            _arms[key] = arm = new Arm();
        return arm;
    }

    private sealed class Arm
    {
        public HashSet<int> Players { get; } = [];

        public int Plays { get; set; }

        public int Marked { get; set; }

        public int Correct { get; set; }

        /// <summary>Of each player and night, the first drawing that was marked.</summary>
        public Dictionary<(int Player, int Night), (long Time, int Row, bool IsRight)> Firsts { get; } = [];

        public void NoteFirst((int Player, int Night) key, (long Time, int Row, bool IsRight) drawing)
        {
            if (!Firsts.TryGetValue(key, out var known) || (drawing.Time, drawing.Row).CompareTo((known.Time, known.Row)) < 0)
                Firsts[key] = drawing;
        }

        public void Merge(Arm other)
        {
            foreach (var (key, drawing) in other.Firsts)
                NoteFirst(key, drawing);
            Players.UnionWith(other.Players);
            (Plays, Marked, Correct) = (Plays + other.Plays, Marked + other.Marked, Correct + other.Correct);
        }
    }
}
