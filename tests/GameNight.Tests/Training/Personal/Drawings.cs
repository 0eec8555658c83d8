using GameNight.Training.Personal;

namespace GameNight.Tests.Training.Personal;

/// <summary>Drawings whose features have two numbers, so that the cosine of two is that of the angle between them.</summary>
internal static class Drawings
{
    /// <summary>A drawing of which the network is sure.</summary>
    /// <param name="angle">The direction of its features in radians, 0 to π/2.</param>
    /// <param name="seen">The digit that the network answers, and of which there is a prototype not far away.</param>
    public static EncodedDrawing At(double angle, int seen)
    {
        var (sin, cos) = Math.SinCos(angle);
        return new EncodedDrawing([(float)cos, (float)sin], [], Only(seen, 12), Only(seen, 0.9f));
    }

    public static PersonalExample Label(EncodedDrawing drawing, int digit) => new(drawing, [], digit);

    private static float[] Only(int digit, float value) => [.. Enumerable.Range(0, 10).Select(i => i == digit ? value : 0)];
}
