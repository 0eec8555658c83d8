using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

// A skeleton has a few control points for each stroke. A point that is given twice in a row is a corner.
public static partial class StrokeSkeletons
{
    /// <summary>A random number from <paramref name="low"/> to <paramref name="high"/>.</summary>
    private delegate double Uniform(double low, double high);

    /// <summary>True with a probability of 0 to 1.</summary>
    private delegate bool Chance(double probability);

    /// <summary>The control points of a random way to write a digit.</summary>
    private static List<List<Point>> Skeleton(int digit, Random random)
    {
        Uniform u = random.Between;
        Chance chance = random.Chance;
        return digit switch
        {
            0 => Zero(u, chance),
            1 => One(u, chance),
            2 => [Two(u, chance)],
            3 => [Three(u, chance)],
            4 => Four(u, chance),
            5 => Five(u, chance),
            6 => [Six(u, chance)],
            7 => Seven(u, chance),
            8 => Eight(u, chance),
            9 => Nine(u, chance),
            _ => throw new ArgumentOutOfRangeException(nameof(digit), digit, "A digit is 0 to 9."),
        };
    }

    /// <summary>
    /// An elliptic arc. Angles are in degrees, 0 to the right and growing clockwise on the screen; the radius grows by the share
    /// <paramref name="drift"/>.
    /// </summary>
    private static List<Point> Ring(double cx, double cy, double rx, double ry, double start, double sweep, double drift = 0)
    {
        var steps = Math.Max(3, (int)(Math.Abs(sweep) / 40));
        var ring = new List<Point>();
        for (var i = 0; i <= steps; i++)
        {
            var (sin, cos) = Math.SinCos((start + sweep * i / steps) * Math.PI / 180);
            var radius = 1 + drift * ((double)i / steps - 0.5);
            ring.Add((cx + rx * radius * cos, cy + ry * radius * sin));
        }

        return ring;
    }
}
