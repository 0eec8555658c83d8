using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing;

/// <summary>What came in: always the image that the contestants see, the ink behind it where there was ink, and what it was drawn with where somebody knows.</summary>
public sealed record DrawnDigit(DigitImage Image, Ink? Ink, InputKind? Input)
{
    /// <exception cref="BlankDrawingException">There is no ink.</exception>
    public static DrawnDigit FromInk(Ink ink, InputKind? input) => new(InkNormaliser.Normalise(ink), ink, input);
}
