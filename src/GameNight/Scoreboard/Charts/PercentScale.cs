namespace GameNight.Scoreboard.Charts;

/// <summary>The upright axis of a plot of shares, from a round floor to 1: where nothing lies below, the room is given to what differs.</summary>
/// <param name="Floor">The share at the bottom, 0..1.</param>
public sealed record PercentScale(double Floor)
{
    public static readonly PercentScale Whole = new(0);

    private static readonly double[] Floors = [0.9, 0.8, 0.5];

    /// <summary>What is said beside a plot that does not begin at 0.</summary>
    public string Words => Floor > 0 ? $" The scale begins at {ScoreFormatter.Percent(Floor)}; intervals are cut off there." : "";

    /// <summary>The highest floor that lets these be seen.</summary>
    public static PercentScale Over(IEnumerable<double> shares)
    {
        var least = shares.DefaultIfEmpty().Min();
        return new(Floors.FirstOrDefault(floor => floor <= least));
    }

    /// <summary>Per cent of the plot from its top edge; what is below the floor lies on it.</summary>
    public double Y(double share) => 100 * (1 - Math.Max(share, Floor)) / (1 - Floor);
}
