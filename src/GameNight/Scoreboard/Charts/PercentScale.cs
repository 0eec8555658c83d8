namespace GameNight.Scoreboard.Charts;

/// <summary>The vertical axis of a plot of shares, from a round floor to 1: a high floor makes differences visible.</summary>
/// <param name="Floor">The share at the bottom, 0..1.</param>
public sealed record PercentScale(double Floor)
{
    public static readonly PercentScale Whole = new(0);

    private static readonly double[] Floors = [0.9, 0.8, 0.5];

    /// <summary>A sentence that warns of a scale that does not begin at 0, with a space before it; empty for one that does.</summary>
    public string Warning => Floor > 0 ? $" The scale begins at {ScoreFormatter.Percent(Floor)}; intervals are cut off there." : "";

    /// <summary>The scale with the highest floor that is not above any of the shares.</summary>
    public static PercentScale Over(IEnumerable<double> shares)
    {
        var least = shares.DefaultIfEmpty().Min();
        return new(Floors.FirstOrDefault(floor => floor <= least));
    }

    /// <summary>The position of a share in per cent of the plot's height, from its top. A share below the floor lies on it.</summary>
    public double Y(double share) => 100 * (1 - Math.Max(share, Floor)) / (1 - Floor);
}
