using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>
/// How many pixels the pictures of one batch may have together. A picture of one colour is a few hundred bytes however large it is, so
/// that the size of a request says nothing of what it costs.
/// </summary>
public sealed class PixelBudget
{
    /// <summary>As many as 8 pictures of 1024 × 1024 have, or 1,000 of 90 × 90.</summary>
    public const int OfBatch = 8 * PngReader.MaxPixels;

    /// <summary>How many pixels were taken so far.</summary>
    public int Taken { get; private set; }

    /// <exception cref="InvalidDrawingException">There are too many with these.</exception>
    public void Take(int pixels)
    {
        Taken += pixels;
        if (Taken <= OfBatch)
            return;
        throw PngReader.Invalid(
            $"The pictures of a batch have at most {OfBatch:N0} pixels together. Send smaller ones: 28 × 28 are enough for a digit.");
    }
}
