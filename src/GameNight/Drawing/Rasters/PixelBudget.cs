using GameNight.Drawing.Images;

namespace GameNight.Drawing.Rasters;

/// <summary>
/// How many pixels the pictures of one batch may have together. A picture of one colour is a few hundred bytes however large it is, so
/// that the size of a request says nothing of what it costs.
/// </summary>
/// <param name="charge">Called before a picture is read, with how many more <see cref="Unit"/>s the pictures have by then.</param>
public sealed class PixelBudget(Action<int> charge)
{
    /// <summary>As many pixels cost as much as one drawing: reading them takes about as long as guessing it.</summary>
    public const int Unit = 1 << 16;

    /// <summary>As many as 8 pictures of 1024 × 1024 have, or 1,000 of 90 × 90.</summary>
    public const int OfBatch = 8 * PngReader.MaxPixels;

    private int _taken;

    /// <exception cref="InvalidDrawingException">There are too many with these.</exception>
    public void Take(int pixels)
    {
        var before = _taken;
        _taken += pixels;
        if (_taken <= OfBatch)
        {
            charge(_taken / Unit - before / Unit);
            return;
        }

        throw PngReader.Invalid(
            $"The pictures of a batch have at most {OfBatch:N0} pixels together. Send smaller ones: 28 × 28 are enough for a digit.");
    }
}
