using System.Runtime.Intrinsics;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Strokes;

/// <summary>
/// Draws anti-aliased strokes of one width into 28 × 28 pixels. A pixel's coverage depends on the distance from its middle
/// to the nearest stroke, so that overlaps do not darken and the order of strokes does not matter.
/// </summary>
internal readonly ref struct StrokeRaster
{
    private readonly Span<double> _squaredDistance;
    private readonly double _reach;

    /// <param name="buffer">Working memory: 784 numbers.</param>
    /// <param name="radius">Half the stroke's width, in pixels.</param>
    public StrokeRaster(Span<double> buffer, double radius)
    {
        _squaredDistance = buffer;
        _reach = radius + 0.5;
        Clear();
    }

    public void Clear() => _squaredDistance.Fill(double.MaxValue);

    /// <summary>
    /// Draws a straight line with round ends; coordinates in pixels, pixel (0, 0) covering 0..1. May leave the image.
    /// </summary>
    public void DrawSegment(double fromX, double fromY, double toX, double toY)
    {
        var (deltaX, deltaY) = (toX - fromX, toY - fromY);
        var squaredLength = deltaX * deltaX + deltaY * deltaY;
        var (firstColumn, lastColumn) = PixelsWithin(fromX, toX);
        var (firstRow, lastRow) = PixelsWithin(fromY, toY);
        // Several columns at once, with the same result to the last bit. Pixels that this takes in besides are out of the line's reach.
        var (deltasX, deltasY) = (Vector256.Create(deltaX), Vector256.Create(deltaY));
        var divisor = Vector256.Create(squaredLength == 0 ? 1 : squaredLength);
        for (var row = firstRow; row <= lastRow; row++)
        {
            var y = Vector256.Create(row + 0.5 - fromY);
            for (var column = firstColumn; column <= lastColumn; column += Vector256<double>.Count)
            {
                var first = Math.Min(column, DigitImage.Side - Vector256<double>.Count);
                var x = Vector256.CreateSequence(first + 0.5, 1) - Vector256.Create(fromX);
                var along = (x * deltasX + y * deltasY) / divisor;
                along = Vector256.MinNative(Vector256.MaxNative(along, Vector256<double>.Zero), Vector256<double>.One);
                var (awayX, awayY) = (x - along * deltasX, y - along * deltasY);
                var nearest = _squaredDistance.Slice(row * DigitImage.Side + first, Vector256<double>.Count);
                Vector256.MinNative(Vector256.Create(nearest), awayX * awayX + awayY * awayY).CopyTo(nearest);
            }
        }
    }

    /// <summary>The mean position of the coverage, in pixels; NaN where nothing is drawn.</summary>
    public (double X, double Y) CentreOfMass()
    {
        var (mass, x, y) = (0.0, 0.0, 0.0);
        for (var i = 0; i < _squaredDistance.Length; i++)
        {
            var coverage = Coverage(i);
            mass += coverage;
            x += coverage * (i % DigitImage.Side + 0.5);
            y += coverage * (i / DigitImage.Side + 0.5);
        }

        return (x / mass, y / mass);
    }

    public DigitImage ToImage()
    {
        Span<byte> pixels = stackalloc byte[DigitImage.Length];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(Coverage(i) * 255 + 0.5);
        return new DigitImage(pixels);
    }

    private double Coverage(int pixel) =>
        _squaredDistance[pixel] >= _reach * _reach ? 0 : Math.Min(_reach - Math.Sqrt(_squaredDistance[pixel]), 1);

    /// <summary>The rows or columns that a line between two coordinates can reach.</summary>
    private (int First, int Last) PixelsWithin(double from, double to) =>
        (Math.Max((int)(Math.Min(from, to) - _reach), 0), Math.Min((int)(Math.Max(from, to) + _reach), DigitImage.Side - 1));
}
