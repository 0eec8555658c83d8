using System.Buffers.Binary;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Observations.Store;

/// <summary>
/// Writes ink losslessly as bytes that compress well: the number of strokes and the number of points of each, then all x, all y
/// and all times as doubles. Of each of these columns the first bytes of all doubles come first, then the second bytes, and so on.
/// </summary>
/// <remarks>As JSON, ink at the limit of 20,000 points would exceed the 400 KB that an item of DynamoDB may have.</remarks>
internal static class InkColumns
{
    public static void WriteInk(this BinaryWriter writer, Ink ink)
    {
        writer.Write7BitEncodedInt(ink.Strokes.Count);
        foreach (var stroke in ink.Strokes)
            writer.Write7BitEncodedInt(stroke.Length);
        var points = ink.Strokes.SelectMany(stroke => stroke).ToList();
        writer.Write(ToColumn(points, point => point.X));
        writer.Write(ToColumn(points, point => point.Y));
        // A point without a time has NaN, which no time can be: times are finite.
        writer.Write(ToColumn(points, point => point.T ?? double.NaN));
    }

    /// <exception cref="EndOfStreamException">The bytes end within the ink.</exception>
    /// <exception cref="InvalidDataException">The number of strokes or points is out of range.</exception>
    /// <exception cref="InvalidDrawingException">The numbers are no ink.</exception>
    public static Ink ReadInk(this BinaryReader reader)
    {
        var lengths = new int[ReadCount(reader, Ink.MaxStrokes, "strokes")];
        for (var i = 0; i < lengths.Length; i++)
            lengths[i] = ReadCount(reader, Ink.MaxPoints, "points");
        var count = lengths.Sum();
        var (xs, ys, ts) = (ReadColumn(reader, count), ReadColumn(reader, count), ReadColumn(reader, count));
        var next = 0;
        return Ink.FromStrokes([.. lengths.Select(length =>
        {
            var start = next;
            next += length;
            return Enumerable.Range(start, length).Select(Point).ToArray();
        })]);

        double[] Point(int i) => double.IsNaN(ts[i]) ? [xs[i], ys[i]] : [xs[i], ys[i], ts[i]];
    }

    private static int ReadCount(BinaryReader reader, int max, string unit)
    {
        var count = reader.Read7BitEncodedInt();
        return count >= 0 && count <= max
            ? count
            : throw new InvalidDataException($"the ink has {count:N0} {unit}, where 0 to {max:N0} are expected");
    }

    private static byte[] ToColumn(List<InkPoint> points, Func<InkPoint, double> coordinate)
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

    private static double[] ReadColumn(BinaryReader reader, int count)
    {
        var column = reader.ReadBytes(count * sizeof(double));
        if (column.Length < count * sizeof(double))
            throw new EndOfStreamException($"the ink ends within {count:N0} points");
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
