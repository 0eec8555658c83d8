namespace GameNight.Training.SyntheticInk;

public static partial class StrokeSkeletons
{
    private static List<List<Point>> Zero(Uniform u, Chance chance)
    {
        var rx = u(0.15, 0.5);
        var ring = Ring(0.5, 0.5, rx, 0.5, u(-160, 0), -u(330, 410), u(-0.25, 0.2));
        if (chance(0.15)) // the end curls inwards
            ring.Add((0.5 + u(-0.5, 0.5) * rx, u(0.08, 0.35)));
        return chance(0.03) // slashed
            ? [ring, [(0.5 + rx * u(0.6, 1.3), u(0.05, 0.25)), (0.5 - rx * u(0.6, 1.3), u(0.75, 0.95))]]
            : [ring];
    }

    private static List<List<Point>> One(Uniform u, Chance chance)
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

    private static List<Point> Two(Uniform u, Chance chance)
    {
        List<Point> top = [(u(0, 0.15), u(0.12, 0.35)), (u(0.35, 0.55), 0), (u(0.8, 1), u(0.2, 0.32)), (u(0.5, 0.7), u(0.55, 0.68))];
        if (chance(0.15)) // almost a Z
            top = [(u(0, 0.1), u(0, 0.1)), (u(0.4, 0.6), 0), (u(0.8, 1), u(0.08, 0.2)), (u(0.5, 0.6), u(0.5, 0.6))];
        Point end = (u(0.8, 1.15), u(0.88, 1.1));
        if (chance(0.4)) // a loop at the foot
        {
            List<Point> loop = [(u(0.15, 0.3), u(0.92, 1)), (u(-0.05, 0.05), u(0.85, 0.95)), (u(0.1, 0.25), u(0.72, 0.85))];
            return [.. top, .. loop, (u(0.4, 0.55), u(0.88, 1)), end];
        }

        Point corner = (u(-0.05, 0.12), u(0.93, 1));
        return [.. top, corner, corner, (u(0.45, 0.55), u(0.9, 1.02)), end];
    }

    private static List<Point> Three(Uniform u, Chance chance)
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

    private static List<List<Point>> Four(Uniform u, Chance chance)
    {
        var (bar, stem) = (u(0.5, 0.75), u(0.55, 0.85));
        Point left = (u(-0.05, 0.1), bar + u(-0.06, 0.06)), right = (u(0.85, 1.2), bar + u(-0.08, 0.06));
        Point end = (stem + u(-0.12, 0.06), 1);
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
}
