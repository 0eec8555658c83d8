namespace GameNight.BrowserTests;

/// <summary>Plain drawings of the ten digits, on a pad of 100 by 100.</summary>
public static class Digits
{
    private static readonly Drawing[] All =
    [
        Draw(Arc(50, 50, 20, 30, -90, -450)),
        Draw(Line(new(51, 18), new(50, 82))),
        Draw([.. Arc(50, 36, 17, 17, 190, 400), new(33, 80), new(68, 80)]),
        Draw([.. Arc(48, 34, 16, 15, 210, 450), .. Arc(48, 65, 19, 16, -90, 150)]),
        Draw(Line(new(42, 18), new(31, 55), new(70, 55)), Line(new(60, 25), new(58, 84))),
        Draw([new(40, 20), new(37, 46), .. Arc(47, 61, 18, 18, 235, 505)], Line(new(40, 20), new(66, 20))),
        Draw([new(60, 17), new(44, 36), .. Arc(50, 64, 16, 17, 200, -190)]),
        Draw(Line(new(32, 20), new(68, 20), new(46, 82))),
        Draw(Eight()),
        Draw([.. Arc(50, 36, 16, 17, 0, -360), new(66, 50), new(60, 82)]),
    ];

    public static Drawing Of(int digit) => All[digit];

    /// <summary>A digit of two strokes.</summary>
    public static Drawing Four => All[4];

    public static Drawing Seven => All[7];

    private static Drawing Draw(params Spot[][] strokes) => new(strokes);

    private static Spot[] Line(params Spot[] spots) => spots;

    /// <summary>An arc of an ellipse, with angles in degrees, 0 to the right and growing clockwise.</summary>
    private static Spot[] Arc(double x, double y, double width, double height, double from, double to) =>
        Curve(
            part => (from + part * (to - from)) * Math.PI / 180,
            angle => new(x + width * Math.Cos(angle), y + height * Math.Sin(angle)));

    private static Spot[] Eight() =>
        Curve(part => 2 * Math.PI * part, angle => new(50 - 17 * Math.Sin(2 * angle), 50 - 31 * Math.Cos(angle)));

    private static Spot[] Curve(Func<double, double> angle, Func<double, Spot> spot) =>
        [.. Enumerable.Range(0, 25).Select(i => spot(angle(i / 24.0)))];
}
