using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameNight.Drawing.Strokes;

/// <summary>
/// Writes ink as a JSON array of strokes, <c>[[[x, y], [x, y, t], …], …]</c>. Reads and writes point by point, without lists
/// in between, because a store reads millions of drawings.
/// </summary>
public sealed class InkJsonConverter : JsonConverter<Ink>
{
    public override Ink Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadInk(ref reader);

    /// <param name="reader">At the beginning of the ink; at its end afterwards.</param>
    /// <exception cref="JsonException">It is no list of lists of lists of numbers.</exception>
    /// <exception cref="Images.InvalidDrawingException">A limit is exceeded, or a stroke or a point is invalid.</exception>
    internal static Ink ReadInk(ref Utf8JsonReader reader)
    {
        var ink = new InkBuilder();
        Expect(reader.TokenType == JsonTokenType.StartArray);
        while (IsNext(ref reader))
        {
            ink.BeginStroke();
            if (reader.TokenType == JsonTokenType.Null)
                throw ink.InvalidStroke();
            Expect(reader.TokenType == JsonTokenType.StartArray);
            while (IsNext(ref reader))
                ReadPoint(ref reader, ink);
            ink.EndStroke();
        }

        return ink.ToInk();
    }

    public override void Write(Utf8JsonWriter writer, Ink value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var stroke in value.Strokes)
        {
            writer.WriteStartArray();
            foreach (var point in stroke)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(point.X);
                writer.WriteNumberValue(point.Y);
                if (point.T is { } time)
                    writer.WriteNumberValue(time);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void ReadPoint(ref Utf8JsonReader reader, InkBuilder ink)
    {
        if (reader.TokenType == JsonTokenType.Null)
            throw ink.InvalidPoint();
        Expect(reader.TokenType == JsonTokenType.StartArray);
        Span<double> numbers = stackalloc double[3];
        var count = 0;
        while (IsNext(ref reader))
        {
            Expect(reader.TokenType == JsonTokenType.Number);
            if (count == numbers.Length)
                throw ink.InvalidPoint();
            numbers[count++] = reader.GetDouble();
        }

        ink.Add(numbers[..count]);
    }

    private static bool IsNext(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType != JsonTokenType.EndArray;

    // Thrown without a path, so that the serializer adds the path of the ink within the document.
    private static void Expect(bool condition)
    {
        if (!condition)
            throw new JsonException("Ink is a list of strokes, each a list of points [x, y] or [x, y, t].");
    }
}
