using GameNight.Drawing.Images;

namespace GameNight.Drawing.Strokes;

/// <summary>
/// Makes the image that every algorithm classifies out of ink, by MNIST's rule applied to vectors: the drawing's longer
/// side, pen included, fills 20 pixels; all strokes are equally wide; the centre of mass lies where MNIST has it. A drawing
/// that is moved or enlarged gives the same bytes.
/// </summary>
/// <remarks>
/// LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition" (1998), section III.A.
/// </remarks>
public static class InkNormaliser
{
    /// <summary>
    /// The version of the rule, which is stored with every observation. A change to the rule is a new version.
    /// </summary>
    public const int Version = 1;

    /// <summary>The length that the drawing's longer side is scaled to, in pixels.</summary>
    public const double Box = 20;

    /// <summary>
    /// The width of every stroke, in pixels: the median of MNIST's training images (twice the area over the outline).
    /// </summary>
    public const double StrokeWidth = 2.4;

    /// <summary>
    /// Both coordinates of the centre of mass, in pixels from the edge: the middle of pixel 14, on which MNIST centres.
    /// </summary>
    public const double Centre = 14.5;

    // Moving or enlarging a drawing changes the last bits of its coordinates, which rounding to 1/1024 pixel hides. The odd
    // shift keeps the coordinates of canvases with whole numbers away from the values where rounding tips over.
    private const double Grid = 1024;
    private const double GridShift = 0.5 + 0.1180339887;

    /// <exception cref="BlankDrawingException">The ink has no points.</exception>
    public static DigitImage Normalise(Ink ink)
    {
        if (ink.IsBlank)
            throw new BlankDrawingException();
        var bounds = InkBounds.Of(ink);
        var raster = new StrokeRaster(stackalloc double[DigitImage.Length], StrokeWidth / 2);
        var (x, y) = (Centre - Fit(bounds.Width, bounds.Side) / 2, Centre - Fit(bounds.Height, bounds.Side) / 2);
        Draw(ink, bounds, x, y, raster);
        var (massX, massY) = raster.CentreOfMass();
        raster.Clear();
        Draw(ink, bounds, Snap(x + Centre - massX), Snap(y + Centre - massY), raster);
        return raster.ToImage();
    }

    private static void Draw(Ink ink, InkBounds bounds, double x, double y, StrokeRaster raster)
    {
        var side = bounds.Side;
        foreach (var stroke in ink.Strokes)
        {
            var (fromX, fromY) = (x + Fit(stroke[0].X - bounds.Left, side), y + Fit(stroke[0].Y - bounds.Top, side));
            raster.DrawSegment(fromX, fromY, fromX, fromY);
            foreach (var point in stroke.AsSpan(1))
            {
                var (toX, toY) = (x + Fit(point.X - bounds.Left, side), y + Fit(point.Y - bounds.Top, side));
                if (toX == fromX && toY == fromY)
                    continue;
                raster.DrawSegment(fromX, fromY, toX, toY);
                (fromX, fromY) = (toX, toY);
            }
        }
    }

    /// <summary>Converts canvas units to pixels. A drawing without extent, a dot, stays one.</summary>
    private static double Fit(double distance, double side) =>
        side == 0 ? 0 : Snap(distance / side * (Box - StrokeWidth));

    private static double Snap(double pixels) => Math.Floor(pixels * Grid + GridShift) / Grid;
}
