using GameNight.Drawing.Images;

namespace GameNight.Drawing.Strokes;

/// <summary>
/// Makes the image that every algorithm sees out of ink, by MNIST's rule on vectors: the drawing's longer side, pen
/// included, fills 20 pixels; every stroke is equally wide; the centre of mass lies where MNIST has it. The same drawing
/// moved or enlarged gives the same bytes.
/// </summary>
/// <remarks>
/// LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to document recognition" (1998), section III.A.
/// </remarks>
public static class InkNormaliser
{
    /// <summary>Kept with every observation; a change to the rule is a new version.</summary>
    public const int Version = 1;

    /// <summary>The box, in pixels, that the longer side of the drawing fills.</summary>
    public const double Box = 20;

    /// <summary>Of every stroke, in pixels; the median over MNIST's training images is 2.4 (twice the area over the outline).</summary>
    public const double StrokeWidth = 2.4;

    /// <summary>Where the centre of mass goes, pixel (0, 0) covering 0..1: MNIST centres on pixel 14, whose middle this is.</summary>
    public const double Centre = 14.5;

    // Moving or enlarging a drawing changes its coordinates' last bits. On a grid of 1/1024 pixel they do not show; the
    // odd shift keeps the coordinates of whole-numbered canvases away from the places where rounding tips over.
    private const double Grid = 1024;
    private const double GridShift = 0.5 + 0.1180339887;

    /// <exception cref="BlankDrawingException">There are no points.</exception>
    public static DigitImage Normalise(Ink ink)
    {
        if (ink.IsBlank)
            throw new BlankDrawingException();
        var (minX, minY, width, height) = Bounds(ink);
        var side = Math.Max(width, height);
        var raster = new StrokeRaster(stackalloc double[DigitImage.Length], StrokeWidth / 2);
        var (x, y) = (Centre - Fit(width, side) / 2, Centre - Fit(height, side) / 2);
        Draw(ink, minX, minY, side, x, y, raster);
        var (massX, massY) = raster.CentreOfMass();
        raster.Clear();
        Draw(ink, minX, minY, side, Snap(x + Centre - massX), Snap(y + Centre - massY), raster);
        return raster.ToImage();
    }

    private static void Draw(Ink ink, double minX, double minY, double side, double x, double y, StrokeRaster raster)
    {
        foreach (var stroke in ink.Strokes)
        {
            var (fromX, fromY) = (x + Fit(stroke[0].X - minX, side), y + Fit(stroke[0].Y - minY, side));
            raster.Segment(fromX, fromY, fromX, fromY);
            foreach (var point in stroke.AsSpan(1))
            {
                var (toX, toY) = (x + Fit(point.X - minX, side), y + Fit(point.Y - minY, side));
                if (toX == fromX && toY == fromY)
                    continue;
                raster.Segment(fromX, fromY, toX, toY);
                (fromX, fromY) = (toX, toY);
            }
        }
    }

    /// <summary>Canvas units to pixels. A drawing without extent is a dot.</summary>
    private static double Fit(double distance, double side) =>
        side == 0 ? 0 : Snap(distance / side * (Box - StrokeWidth));

    private static double Snap(double pixels) => Math.Floor(pixels * Grid + GridShift) / Grid;

    private static (double MinX, double MinY, double Width, double Height) Bounds(Ink ink)
    {
        var (minX, minY, maxX, maxY) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var stroke in ink.Strokes)
        {
            foreach (var point in stroke)
            {
                (minX, maxX) = (Math.Min(minX, point.X), Math.Max(maxX, point.X));
                (minY, maxY) = (Math.Min(minY, point.Y), Math.Max(maxY, point.Y));
            }
        }

        return (minX, minY, maxX - minX, maxY - minY);
    }
}
