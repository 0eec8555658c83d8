using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing;

/// <summary>A drawing to be recognised.</summary>
/// <param name="Image">The normalised image that every contestant gets.</param>
/// <param name="Ink">The strokes that the image was made from; null where the drawing came as pixels.</param>
/// <param name="Input">What it was drawn with; null where that is unknown.</param>
public sealed record DrawnDigit(DigitImage Image, Ink? Ink, InputKind? Input)
{
    /// <summary>Normalises ink to an image.</summary>
    /// <exception cref="BlankDrawingException">The ink has no points.</exception>
    public static DrawnDigit FromInk(Ink ink, InputKind? input) => new(InkNormaliser.Normalise(ink), ink, input);
}
