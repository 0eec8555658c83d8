using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameNight.Drawing;

/// <summary>Ink in JSON is its strokes: <c>[[[x, y], [x, y, t], …], …]</c>.</summary>
public sealed class InkJsonConverter : JsonConverter<Ink>
{
    public override Ink Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return Ink.FromStrokes(JsonSerializer.Deserialize<double[][][]>(ref reader, options) ?? []);
        }
        catch (JsonException e)
        {
            // Without a path of its own, so that it gets the one of the ink.
            throw new JsonException("Ink is a list of strokes, each a list of points [x, y] or [x, y, t].", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, Ink value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToStrokes(), options);
}
