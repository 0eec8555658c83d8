using GameNight.Drawing.Images;
using GameNight.Drawing.Rasters;
using GameNight.Drawing.Strokes;

namespace GameNight.Drawing;

/// <summary>The drawings of the examples in the API's description: a seven and a one.</summary>
internal static class ExampleDrawings
{
    public static double[][][] Seven { get; } = [[[10, 10, 0], [60, 10, 120], [30, 90, 400]]];

    public static double[][][] One { get; } = [[[50, 10], [50, 90]]];

    /// <summary>The normalised image of <see cref="Seven"/>.</summary>
    public static DigitImage Image => InkNormaliser.Normalise(Ink.FromStrokes(Seven));

    /// <summary>A PNG file of <see cref="Image"/>, in base64.</summary>
    public static string Base64 => Convert.ToBase64String(Png.Write(Image));
}
