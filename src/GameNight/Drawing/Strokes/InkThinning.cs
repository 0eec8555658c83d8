namespace GameNight.Drawing.Strokes;

/// <summary>
/// Thins ink out before it is stored. A hand leaves far fewer than <see cref="MaxStored"/> points, so its ink stays as it is; a program
/// can send ten times as many, which would cost every training and every page that shows them.
/// </summary>
public static class InkThinning
{
    /// <summary>The most points of a drawing that are stored; the image is made from all of them.</summary>
    public const int MaxStored = 2000;

    /// <summary>The same ink, or, with too many points, every stroke with its ends and evenly chosen points between.</summary>
    /// <param name="ink">Any ink.</param>
    /// <param name="most">About as many points are kept, but the ends of every stroke at least.</param>
    public static Ink Thin(Ink ink, int most = MaxStored)
    {
        var points = ink.Strokes.Sum(stroke => stroke.Length);
        if (points <= most)
            return ink;
        var step = (double)points / Math.Max(1, most - 2 * ink.Strokes.Count);
        return new Ink([.. ink.Strokes.Select(stroke => Thin(stroke, step))]);
    }

    private static InkPoint[] Thin(InkPoint[] stroke, double step)
    {
        if (stroke.Length <= 2)
            return stroke;
        var kept = new List<InkPoint>();
        for (var i = 0; i * step < stroke.Length - 1; i++)
            kept.Add(stroke[(int)(i * step)]);
        return [.. kept, stroke[^1]];
    }
}
