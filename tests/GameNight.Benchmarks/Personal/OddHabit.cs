using GameNight.Drawing.Strokes;
using GameNight.Statistics;
using GameNight.Training.SyntheticInk;
using Point = GameNight.Training.SyntheticInk.StrokeSkeletons.Point;

namespace GameNight.Benchmarks.Personal;

/// <summary>An odd way of writing a digit, drawn by a hand with its own proportions, slant and wobble.</summary>
/// <param name="Name">What the habit is called.</param>
/// <param name="Digit">The digit that is meant.</param>
/// <param name="Rival">The digit that it is most like.</param>
/// <param name="Skeleton">The control points of one hand's way, by random proportions.</param>
internal sealed record OddHabit(string Name, int Digit, int Rival, Func<Random, List<List<Point>>> Skeleton)
{
    /// <summary>How much the drawings of one hand differ, as a share of how much hands differ.</summary>
    private const double Unsteadiness = 0.35;

    /// <summary>The noise on the control points, as a share of the drawing's height.</summary>
    private const double Jitter = 0.015;

    /// <summary>The eight habits.</summary>
    public static readonly IReadOnlyList<OddHabit> All =
    [
        new("bar-like 7", 7, 1, BarSeven),
        new("hooked 7", 7, 2, HookedSeven),
        new("1 like a 7", 1, 7, SevenlikeOne),
        new("open 9", 9, 4, OpenNine),
        new("4 like a 9", 4, 9, NinelikeFour),
        new("2 like a Z", 2, 7, ZlikeTwo),
        new("0 with a slash", 0, 8, SlashedZero),
        new("6 in one stroke", 6, 0, OneStrokeSix),
    ];

    /// <summary>A drawing in a hand; the same for the same numbers.</summary>
    /// <param name="hand">The number of the hand, which keeps its proportions, slant and wobble.</param>
    /// <param name="drawing">The number of the drawing, each a little different.</param>
    public Ink Draw(int hand, int drawing)
    {
        var ofHand = new Random(HashCode(hand, -1));
        var ofDrawing = new Random(HashCode(hand, drawing));
        var ink = InkAugmentation.Vary(StrokeSkeletons.Trace(Skeleton(ofHand), Jitter, ofDrawing), ofHand);
        return InkAugmentation.Vary(ink, ofDrawing, Unsteadiness);
    }

    /// <summary>A seed, the same in every process.</summary>
    private int HashCode(int hand, int drawing) => unchecked(((Digit * 31 + Rival) * 1_000_003 + hand) * 7_919 + drawing);

    /// <summary>A stem with a short bar at its top.</summary>
    private static List<List<Point>> BarSeven(Random random)
    {
        Point corner = (0.5, 0);
        return
        [
            [(0.5 - random.Between(0.15, 0.35), random.Between(-0.02, 0.06)), corner, corner,
                (0.5 + random.Between(-0.06, 0.04), 0.5), (0.5 + random.Between(-0.15, 0.05), 1)],
        ];
    }

    /// <summary>The bar begins with a long hook, or the stem ends in one.</summary>
    private static List<List<Point>> HookedSeven(Random random)
    {
        Point left = (random.Between(-0.05, 0.1), random.Between(0, 0.08));
        Point right = (random.Between(0.6, 0.95), random.Between(-0.05, 0.05));
        Point foot = (random.Between(0.1, 0.45), 0.92), middle = ((right.X + foot.X) / 2, 0.5);
        if (random.Chance(0.5))
            return [[(left.X + random.Between(-0.05, 0.05), random.Between(0.3, 0.55)), left, left, right, right, middle, (foot.X, 1)]];
        return
        [
            [left, right, right, middle, foot, (foot.X + random.Between(0.12, 0.25), 1),
                (foot.X + random.Between(0.4, 0.7), random.Between(0.75, 0.98))],
        ];
    }

    /// <summary>The upstroke is long and flat, as the top of a seven.</summary>
    private static List<List<Point>> SevenlikeOne(Random random)
    {
        Point top = (0.5, 0), foot = (0.5 + random.Between(-0.2, 0), 1);
        var reach = random.Between(0.4, 0.65);
        Point flag = (0.5 - reach, reach * random.Between(0.1, 0.4));
        return [[flag, ((flag.X + top.X) / 2, flag.Y / 2), top, top, ((top.X + foot.X) / 2, 0.5), foot]];
    }

    /// <summary>The bowl stays open at the top.</summary>
    private static List<List<Point>> OpenNine(Random random)
    {
        var (waist, edge) = (random.Between(0.35, 0.55), random.Between(0.55, 0.75));
        return
        [
            [(random.Between(0, 0.15), random.Between(-0.05, 0.1)), (random.Between(-0.05, 0.05), waist * 0.6), (edge * 0.4, waist),
                (edge * 0.8, waist * 0.85), (edge, random.Between(-0.05, 0.15)), (edge, random.Between(-0.05, 0.15)),
                (edge + random.Between(-0.05, 0.05), 0.55), (edge + random.Between(-0.2, 0.05), 1)],
        ];
    }

    /// <summary>The top is closed and round, and nothing crosses the stem.</summary>
    private static List<List<Point>> NinelikeFour(Random random)
    {
        var (bar, stem) = (random.Between(0.4, 0.6), random.Between(0.5, 0.75));
        Point top = (stem, random.Between(-0.03, 0.05)), left = (random.Between(-0.05, 0.1), bar);
        return
        [
            [top, (stem * 0.35, bar * random.Between(0.35, 0.6)), left, left, (stem * 0.5, bar + random.Between(-0.02, 0.08)),
                (stem, bar * random.Between(0.6, 0.95)), top, top, (stem, 0.5), (stem + random.Between(-0.1, 0.05), 1)],
        ];
    }

    /// <summary>Straight lines with sharp corners, often with a short foot.</summary>
    private static List<List<Point>> ZlikeTwo(Random random)
    {
        Point right = (random.Between(0.75, 1), random.Between(-0.03, 0.05)), left = (random.Between(0, 0.2), 1);
        return
        [
            [(random.Between(-0.05, 0.1), random.Between(-0.02, 0.06)), right, right, ((right.X + left.X) / 2, 0.5), left, left,
                (left.X + random.Between(0.25, 0.7), 1 + random.Between(-0.04, 0.04))],
        ];
    }

    /// <summary>A ring with a stroke through it.</summary>
    private static List<List<Point>> SlashedZero(Random random)
    {
        var radius = random.Between(0.15, 0.5);
        var (reach, tilt) = (radius * random.Between(0.5, 2.2), random.Between(0.2, 0.65));
        var ring = Enumerable.Range(0, 11).Select(i => Math.SinCos(2 * Math.PI * i / 10.0))
            .Select(angle => new Point(0.5 - radius * angle.Sin, 0.5 - 0.5 * angle.Cos)).ToList();
        return [ring, [(0.5 + reach, 0.5 - tilt), (0.5 - reach, 0.5 + tilt)]];
    }

    /// <summary>A straight stem that runs into a low loop without a lift, closed or nearly so.</summary>
    private static List<List<Point>> OneStrokeSix(Random random)
    {
        var (waist, edge) = (random.Between(0.5, 0.85), random.Between(0.15, 0.7));
        Point top = (random.Between(-0.1, 0.3), 0);
        return
        [
            [top, (top.X * 0.5, 0.4), (random.Between(-0.03, 0.03), 0.8), (edge * 0.4, 1), (edge, (1 + waist) / 2), (edge * 0.5, waist),
                (random.Between(-0.05, 0.15), (1 + waist) / 2 + random.Between(-0.08, 0.08))],
        ];
    }
}
