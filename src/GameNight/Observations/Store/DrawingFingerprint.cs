using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using GameNight.Drawing.Strokes;

namespace GameNight.Observations.Store;

/// <summary>
/// A number that is the same for the same drawing: the same strokes of the same points, whatever their times; or the same image where
/// there are no strokes.
/// </summary>
/// <remarks>
/// Two hands never draw the same points, so whoever sends them again repeats a drawing: players cost nothing, and a rule for each player
/// would let a program count as often as it takes a new one. Few points, and what is drawn by keys, on a grid, may well coincide. Those
/// are the same for one player only.
/// </remarks>
public static class DrawingFingerprint
{
    /// <summary>With fewer different points, two people may draw the same by chance: a dot, a straight line.</summary>
    private const int FewPoints = 8;

    public static ulong Of(Observation observation)
    {
        if (observation.Ink is not { IsBlank: false } ink)
            return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(observation.Image.Pixels));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var stroke in ink.Strokes)
            hash.AppendData(BytesOf(stroke));
        if (observation.Input == InputKind.Keyboard || HasFewPoints(ink))
            hash.AppendData(Encoding.UTF8.GetBytes(observation.Player));
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }

    private static bool HasFewPoints(Ink ink) =>
        ink.Strokes.SelectMany(stroke => stroke).Select(point => (point.X, point.Y)).Distinct().Take(FewPoints).Count() < FewPoints;

    /// <summary>The number of points, so that strokes cannot run into one another, and where each is.</summary>
    private static ReadOnlySpan<byte> BytesOf(InkPoint[] stroke)
    {
        var numbers = new double[1 + 2 * stroke.Length];
        numbers[0] = stroke.Length;
        // Adding 0 makes one of both zeros.
        for (var i = 0; i < stroke.Length; i++)
            (numbers[2 * i + 1], numbers[2 * i + 2]) = (stroke[i].X + 0.0, stroke[i].Y + 0.0);
        return MemoryMarshal.AsBytes<double>(numbers);
    }
}
