namespace GameNight.Drawing.Strokes;

/// <summary>The smallest upright rectangle around all points of a drawing, in canvas units.</summary>
public readonly record struct InkBounds(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;

    public double Height => Bottom - Top;

    /// <summary>The longer of the two; 0 for a dot.</summary>
    public double Side => Math.Max(Width, Height);

    public (double X, double Y) Middle => ((Left + Right) / 2, (Top + Bottom) / 2);

    /// <param name="ink">Not blank: nothing is around no points.</param>
    public static InkBounds Of(Ink ink)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var stroke in ink.Strokes)
        {
            foreach (var point in stroke)
            {
                (left, right) = (Math.Min(left, point.X), Math.Max(right, point.X));
                (top, bottom) = (Math.Min(top, point.Y), Math.Max(bottom, point.Y));
            }
        }

        return new InkBounds(left, top, right, bottom);
    }
}
