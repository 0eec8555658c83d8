using GameNight.Statistics;

namespace GameNight.Training.SyntheticInk;

// Each way of writing is a few control points a stroke; a point given twice in a row is a corner.
public static partial class StrokeSkeletons
{
    private static List<List<Point>> Write(int digit, Random random)
    {
        double U(double low, double high) => random.Between(low, high);
        bool Chance(double share) => random.Chance(share);
        return digit switch
        {
            0 => Zero(U, Chance),
            1 => One(U, Chance),
            2 => [Two(U, Chance)],
            3 => [Three(U, Chance)],
            4 => Four(U, Chance),
            5 => Five(U, Chance),
            6 => [Six(U, Chance)],
            7 => Seven(U, Chance),
            8 => Eight(U, Chance),
            9 => Nine(U, Chance),
            _ => throw new ArgumentOutOfRangeException(nameof(digit), digit, "A digit is 0 to 9."),
        };
    }

    private static List<List<Point>> Zero(Func<double, double, double> u, Func<double, bool> chance)
    {
        var rx = u(0.15, 0.5);
        var ring = Ring(0.5, 0.5, rx, 0.5, u(-160, 0), -u(330, 410), u(-0.25, 0.2));
        if (chance(0.15)) // the end curls inwards
            ring.Add((0.5 + u(-0.5, 0.5) * rx, u(0.08, 0.35)));
        return chance(0.03) // slashed
            ? [ring, [(0.5 + rx * u(0.6, 1.3), u(0.05, 0.25)), (0.5 - rx * u(0.6, 1.3), u(0.75, 0.95))]]
            : [ring];
    }

    private static List<List<Point>> One(Func<double, double, double> u, Func<double, bool> chance)
    {
        Point top = (0.5, 0), middle = (0.5 + u(-0.03, 0.05), 0.5), foot = (0.5 + u(-0.08, 0.05), 1);
        List<Point> stem = [top, middle, foot];
        if (chance(0.7)) // a flag, from a tick to an upstroke as long as the stem
        {
            var reach = u(0.1, 0.65);
            var fall = Math.Tan(u(27, 72) * Math.PI / 180);
            Point flag = (0.5 - reach, Math.Min(reach * fall + u(0, 0.06), 0.95));
            Point bend = (0.5 - reach * u(0.3, 0.5), flag.Y * u(0.1, 0.55));
            stem = [flag, bend, top, .. chance(0.5) ? [top] : (Point[])[], middle, foot];
        }

        if (chance(0.3))
            return [stem, [(foot.X - u(0.1, 0.5), 1 + u(-0.05, 0.05)), (foot.X + u(0, 0.45), 1 + u(-0.05, 0.05))]];
        if (chance(0.15)) // the stem hooks left
            stem.Add((foot.X - u(0.05, 0.25), 1 + u(-0.02, 0.05)));
        return [stem];
    }

    private static List<Point> Two(Func<double, double, double> u, Func<double, bool> chance)
    {
        List<Point> top = [(u(0, 0.15), u(0.12, 0.35)), (u(0.35, 0.55), 0), (u(0.8, 1), u(0.2, 0.32)), (u(0.5, 0.7), u(0.55, 0.68))];
        if (chance(0.15)) // almost a Z
            top = [(u(0, 0.1), u(0, 0.1)), (u(0.4, 0.6), 0), (u(0.8, 1), u(0.08, 0.2)), (u(0.5, 0.6), u(0.5, 0.6))];
        Point end = (u(0.8, 1.15), u(0.88, 1.1));
        if (chance(0.4)) // a loop at the foot
            return [.. top, (u(0.15, 0.3), u(0.92, 1)), (u(-0.05, 0.05), u(0.85, 0.95)), (u(0.1, 0.25), u(0.72, 0.85)), (u(0.4, 0.55), u(0.88, 1)), end];
        Point corner = (u(-0.05, 0.12), u(0.93, 1));
        return [.. top, corner, corner, (u(0.45, 0.55), u(0.9, 1.02)), end];
    }

    private static List<Point> Three(Func<double, double, double> u, Func<double, bool> chance)
    {
        Point waist = (u(0.3, 0.7), u(0.3, 0.52));
        List<Point> bowl = [(u(0.75, 1), u(0.6, 0.78)), (u(0.4, 0.6), 1), (u(-0.2, 0.15), u(0.75, 0.98))];
        if (chance(0.25)) // flat top
        {
            Point right = (u(0.7, 0.95), u(-0.03, 0.06));
            return [(u(0, 0.15), u(-0.03, 0.08)), right, right, waist, waist, .. bowl];
        }

        List<Point> top = [(u(0, 0.15), u(0.05, 0.25)), (u(0.35, 0.55), 0), (u(0.7, 0.95), u(0.15, 0.28)), waist];
        if (chance(0.3)) // a small loop at the waist
            top.AddRange([(waist.X - u(0.05, 0.15), waist.Y + u(0, 0.06)), (waist.X, waist.Y + u(0.03, 0.1))]);
        else if (chance(0.6))
            top.Add(waist);
        return [.. top, .. bowl];
    }

    private static List<List<Point>> Four(Func<double, double, double> u, Func<double, bool> chance)
    {
        var (bar, stem) = (u(0.5, 0.75), u(0.55, 0.85));
        Point left = (u(-0.05, 0.1), bar + u(-0.06, 0.06)), right = (u(0.85, 1.2), bar + u(-0.08, 0.06)), end = (stem + u(-0.12, 0.06), 1);
        if (chance(0.3)) // closed: the stem starts where the diagonal starts
        {
            Point top = (stem + u(-0.05, 0.05), 0);
            return [[top, (top.X * 0.5, bar * 0.5 + u(-0.04, 0.04)), left, left, right], [(top.X + u(-0.04, 0.04), u(-0.03, 0.1)), end]];
        }

        Point start = (u(0.02, 0.5), u(-0.05, 0.1));
        List<Point> down = [start, ((start.X + left.X) / 2 + u(-0.08, 0.05), bar * 0.55), left];
        if (chance(0.3)) // one stroke: down, across, up and down the stem
        {
            if (chance(0.5))
                down.Add(left);
            return [[.. down, (stem * 0.5, bar + u(-0.02, 0.1)), (stem, bar - u(0.02, 0.15)),
                (stem + u(-0.02, 0.06), u(0, 0.3)), (stem + u(-0.02, 0.06), u(0, 0.3)), end]];
        }

        Point upper = (stem + u(-0.03, 0.15), bar - u(0.08, 0.75));
        if (chance(0.5)) // short bar, short stem
            (right, upper) = ((stem + u(0.02, 0.2), right.Y), (stem + u(-0.03, 0.1), bar - u(0, 0.3)));
        down.AddRange(chance(0.6) ? [left, right] : [(stem * 0.5, bar + u(0, 0.12)), right]);
        return [down, [upper, end]];
    }

    private static List<List<Point>> Five(Func<double, double, double> u, Func<double, bool> chance)
    {
        Point corner = (u(0.05, 0.25), u(-0.03, 0.08)), hip = (u(0, 0.15), u(0.35, 0.5)), tip = (u(0.7, 1.2), u(-0.12, 0.08));
        List<Point> bowl = [(u(0.8, 1), u(0.55, 0.75)), (u(0.4, 0.6), 1), (u(-0.1, 0.1), u(0.8, 0.97))];
        if (chance(0.15)) // rounded, like an S
            return [[tip, (u(0.4, 0.6), u(-0.03, 0.05)), (u(0.05, 0.2), u(0.2, 0.3)), (u(0.4, 0.5), u(0.4, 0.5)), .. bowl]];
        List<Point> body = [corner, hip, .. chance(0.7) ? [hip] : (Point[])[], (u(0.4, 0.55), u(0.3, 0.45)), .. bowl];
        return chance(0.5)
            ? [body, [(corner.X + u(-0.1, 0.15), corner.Y + u(-0.06, 0.06)), tip]]
            : [[tip, corner, .. body]];
    }

    private static List<Point> Six(Func<double, double, double> u, Func<double, bool> chance)
    {
        Point top = (u(0.35, 1), u(-0.03, 0.08));
        var waist = u(0.42, 0.68);
        var middle = (1 + waist) / 2;
        List<Point> six = [top, (top.X * u(0.3, 0.6), u(0.15, 0.3)), (u(0, 0.08), u(0.5, 0.7)),
            (u(0.35, 0.5), 1), (u(0.75, 0.95), middle + u(-0.05, 0.05)), (u(0.4, 0.55), waist)];
        if (chance(0.8)) // the loop closes
            six.Add((u(0.05, 0.25), middle + u(-0.05, 0.12)));
        return six;
    }

    private static List<List<Point>> Seven(Func<double, double, double> u, Func<double, bool> chance)
    {
        var crossed = chance(0.6);
        Point right = (u(0.7, 1), crossed ? u(-0.1, 0.1) : u(-0.03, 0.1));
        Point left = (u(-0.1, 0.15), crossed ? u(0, 0.12) : u(-0.02, 0.08));
        Point end = (u(0.05, 0.65), 1), bend = ((right.X + end.X) / 2 + u(-0.1, 0.1), u(0.45, 0.55));
        List<Point> head;
        if (crossed && chance(0.3)) // round, as of a two
        {
            head = [(left.X, u(0.12, 0.3)), (u(0.35, 0.6), 0), (right.X, u(0.1, 0.25))];
        }
        else
        {
            List<Point> serif = chance(0.4) ? [(left.X + u(-0.06, 0.06), left.Y + u(0.08, 0.3)), left] : [];
            head = [.. serif, left, ((left.X + right.X) / 2, u(-0.02, 0.1)), right, .. chance(0.6) ? [right] : (Point[])[]];
        }

        if (!crossed)
            return [[.. head, bend, end]];
        // The European crossbar.
        var (y, tilt) = (u(0.35, 0.8), u(-0.14, 0.06));
        var x = y < bend.Y ? right.X + (bend.X - right.X) * y / bend.Y : bend.X + (end.X - bend.X) * (y - bend.Y) / (1 - bend.Y);
        return [[.. head, bend, end], [(x - u(0.12, 0.55), y - tilt), (x + u(0.08, 0.6), y + tilt)]];
    }

    private static List<List<Point>> Eight(Func<double, double, double> u, Func<double, bool> chance)
    {
        var (waist, upper, lower) = (u(0.38, 0.56), u(0.15, 0.42), u(0.2, 0.5));
        if (chance(0.2)) // two circles
        {
            var lap = u(-0.03, 0.05);
            return [Ring(0.5 + u(-0.06, 0.06), waist / 2, upper, waist / 2 + lap / 2, u(0, 360), -u(330, 390)),
                Ring(0.5 + u(-0.06, 0.06), (1 + waist) / 2, lower, (1 - waist) / 2 + lap / 2, u(0, 360), -u(330, 390))];
        }

        // As shares of the way round; 0 = the top.
        var start = chance(0.4) ? u(0, 1) : u(-0.12, 0.05);
        var (length, missX, missY) = (u(0.88, 1.08), u(-0.15, 0.25), u(-0.12, 0.12));
        var eight = new List<Point>();
        for (var i = 0; i <= 16; i++)
        {
            var way = length * i / 16;
            var (sin, cos) = Math.SinCos(2 * Math.PI * (start + way));
            var drift = Math.Pow(way, 4);
            eight.Add((0.5 - 2 * sin * cos * (cos > 0 ? upper : lower) + drift * missX, waist - cos * (cos > 0 ? waist : 1 - waist) + drift * missY));
        }

        return [eight];
    }

    private static List<List<Point>> Nine(Func<double, double, double> u, Func<double, bool> chance)
    {
        var (waist, edge) = (u(0.18, 0.58), u(0.55, 0.95));
        var loop = chance(0.6) // closed, or an open bowl, often with a flat top
            ? Ring(edge / 2, waist / 2, edge / 2, waist / 2, u(-70, 5), -u(290, 370), u(-0.1, 0.1))
            : [(edge * u(0.6, 1.3), u(-0.08, 0.12)), (edge * 0.45, u(-0.03, 0.06)), (u(-0.05, 0.1), waist * u(0.4, 0.7)),
                (edge * u(0.3, 0.6), waist), (edge * u(0.8, 0.95), waist * u(0.45, 0.8))];
        Point joint = (edge + u(-0.03, 0.05), u(0.02, waist * 0.6));
        List<Point> down = u(0, 1) switch
        {
            < 0.35 => [(edge + u(-0.5, 0.08), 1)], // straight
            < 0.55 => [(edge + u(-0.1, 0.05), u(0.45, 0.65)), (u(0, 0.6), 1)], // curved
            _ => [(edge + u(-0.05, 0.08), u(0.55, 0.75)), (u(0.25, 0.6), 1), (u(-0.4, 0.2), u(0.72, 1))], // hooked
        };
        return chance(0.25)
            ? [loop, [joint, .. down]]
            : [[.. loop, joint, .. chance(0.6) ? [joint] : (Point[])[], .. down]];
    }

    /// <summary>An elliptic arc; angles in degrees, 0 = right, growing clockwise on the screen. The radius grows by the share <paramref name="drift"/>.</summary>
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
