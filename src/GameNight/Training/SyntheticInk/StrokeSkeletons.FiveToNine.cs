namespace GameNight.Training.SyntheticInk;

public static partial class StrokeSkeletons
{
    private static List<List<Point>> Five(Uniform u, Chance chance)
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

    private static List<Point> Six(Uniform u, Chance chance)
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

    private static List<List<Point>> Seven(Uniform u, Chance chance)
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
        var x = y < bend.Y
            ? right.X + (bend.X - right.X) * y / bend.Y
            : bend.X + (end.X - bend.X) * (y - bend.Y) / (1 - bend.Y);
        return [[.. head, bend, end], [(x - u(0.12, 0.55), y - tilt), (x + u(0.08, 0.6), y + tilt)]];
    }

    private static List<List<Point>> Eight(Uniform u, Chance chance)
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
            var x = 0.5 - 2 * sin * cos * (cos > 0 ? upper : lower);
            var y = waist - cos * (cos > 0 ? waist : 1 - waist);
            eight.Add((x + drift * missX, y + drift * missY));
        }

        return [eight];
    }

    private static List<List<Point>> Nine(Uniform u, Chance chance)
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
}
