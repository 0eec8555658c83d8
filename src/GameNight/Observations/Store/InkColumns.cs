using System.Buffers.Binary;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Observations.Store;

/// <summary>
/// Ink as bytes that compress well and lose nothing: the number of strokes and of each one's points, then every x, every y
/// and every time as doubles, of which the first bytes lie together, then the second bytes, and so on.
/// </summary>
/// <remarks>As JSON, ink at the limit of 20,000 points would be larger than an item of DynamoDB can be.</remarks>
internal static class InkColumns
{
    public static void WriteInk(this BinaryWriter writer, Ink ink)
    {
        writer.Write7BitEncodedInt(ink.Strokes.Count);
        foreach (var stroke in ink.Strokes)
            writer.Write7BitEncodedInt(stroke.Length);
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        writer.Write(Column(points, point => point.X));
        writer.Write(Column(points, point => point.Y));
        // A time is a finite number; this is none.
        writer.Write(Column(points, point => point.T ?? double.NaN));
    }

    /// <exception cref="EndOfStreamException">The bytes are no ink.</exception>
    /// <exception cref="InvalidDrawingException">Nor is this.</exception>
    public static Ink ReadInk(this BinaryReader reader)
    {
        var lengths = new int[CheckedCount(reader, Ink.MaxStrokes)];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = CheckedCount(reader, Ink.MaxPoints);
        var count = lengths.Sum();
        var (xs, ys, ts) = (Column(reader, count), Column(reader, count), Column(reader, count));
        var next = 0;
        return Ink.FromStrokes([.. lengths.Select(length =>
        {
            var start = next;
            next += length;
            return Enumerable.Range(start, length).Select(i => double.IsNaN(ts[i]) ? new[] { xs[i], ys[i] } : [xs[i], ys[i], ts[i]]).ToArray();
        })]);
    }

    private static int CheckedCount(BinaryReader reader, int most) =>
        reader.Read7BitEncodedInt() is var count && count >= 0 && count <= most ? count : throw new InvalidDataException("its ink is damaged");

    private static byte[] Column(List<InkPoint> points, Func<InkPoint, double> coordinate)
    {
        var column = new byte[points.Count * sizeof(double)];
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        for (var i = 0; i < points.Count; i++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, coordinate(points[i]));
            for (var b = 0; b < bytes.Length; b++)
                column[(b * points.Count) + i] = bytes[b];
        }

        return column;
    }

    private static double[] Column(BinaryReader reader, int count)
    {
        var column = reader.ReadBytes(count * sizeof(double));
        if (column.Length < count * sizeof(double))
            throw new EndOfStreamException("its ink ends too early");
        var coordinates = new double[count];
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        for (var i = 0; i < count; i++)
        {
            for (var b = 0; b < bytes.Length; b++)
                bytes[b] = column[(b * count) + i];
            coordinates[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        }

        return coordinates;
    }
}
