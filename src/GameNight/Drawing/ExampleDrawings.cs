using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing;

/// <summary>A seven and a one, for the examples in the API's description.</summary>
internal static class ExampleDrawings
{
    public static double[][][] Seven { get; } = [[[10, 10, 0], [60, 10, 120], [30, 90, 400]]];

    public static double[][][] One { get; } = [[[50, 10], [50, 90]]];

    /// <summary><see cref="Seven"/>, normalised.</summary>
    public static DigitImage Image => InkNormaliser.Normalise(Ink.FromStrokes(Seven));

    /// <summary><see cref="Image"/> as a PNG file in base64.</summary>
    public static string Base64 => Convert.ToBase64String(Png.Write(Image));
}
