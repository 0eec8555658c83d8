using System.ComponentModel;
using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Sending;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing;

/// <summary>
/// A drawing in a request, in exactly one of three forms: strokes, which carry the most, an image of 28 × 28 pixels that is
/// already normalised, or a PNG.
/// </summary>
public record DrawingRequest
{
    [Description("Strokes of [x, y] or [x, y, t]: any unit, y down, t in milliseconds. At most 500 strokes and 20,000 points.")]
    public Sent<Ink>? Strokes { get; init; }

    [Description("784 numbers 0–255, row by row, 0 = paper, 255 = ink; taken as it is.")]
    public Sent<DigitImage>? Image { get; init; }

    [Description("A PNG file in base64; cropped, scaled and centred.")]
    public string? Png { get; init; }

    /// <summary>Checks the drawing and normalises strokes or PNG to an image; an image is taken as it is.</summary>
    /// <param name="pixels">How many pixels a PNG may have; null for as many as one alone may have.</param>
    /// <exception cref="InvalidDrawingException">
    /// None or several of the forms are given, or the given one is invalid.
    /// </exception>
    /// <exception cref="BlankDrawingException">The drawing has no ink.</exception>
    public DrawnDigit ToDrawing(PixelBudget? pixels = null) => (Strokes, Image, Png) switch
    {
        ({ } strokes, null, null) => DrawnDigit.FromInk(strokes.Require(), InputKind.Program),
        (null, { } image, null) => new DrawnDigit(NotBlank(image.Require()), Ink: null, InputKind.Picture),
        (null, null, { } png) => new DrawnDigit(ReadPng(png, pixels), Ink: null, InputKind.Picture),
        (null, null, null) => throw new InvalidDrawingException("strokes", "A drawing is needed: strokes, image or png."),
        _ => throw new InvalidDrawingException("strokes", "Give exactly one of strokes, image and png."),
    };

    private static DigitImage NotBlank(DigitImage image) => image.IsBlank ? throw new BlankDrawingException() : image;

    private static DigitImage ReadPng(string base64, PixelBudget? pixels)
    {
        byte[] file;
        try
        {
            file = Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new InvalidDrawingException("png", "This isn't base64.");
        }

        return RasterNormaliser.Normalise(PngReader.Read(file, pixels));
    }
}
