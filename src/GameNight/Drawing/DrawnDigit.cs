namespace GameNight.Drawing;

/// <summary>What came in: always the image that the contestants see, and the ink behind it where there was ink.</summary>
public sealed record DrawnDigit(DigitImage Image, Ink? Ink)
{
    /// <exception cref="BlankDrawingException">There is no ink.</exception>
    public static DrawnDigit FromInk(Ink ink) => new(InkNormaliser.Normalise(ink), ink);
}
