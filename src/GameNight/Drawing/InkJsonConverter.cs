using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameNight.Drawing;

/// <summary>Ink in JSON is its strokes: <c>[[[x, y], [x, y, t], …], …]</c>.</summary>
public sealed class InkJsonConverter : JsonConverter<Ink>
{
    public override Ink Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Ink.FromStrokes(JsonSerializer.Deserialize<double[][][]>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, Ink value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.ToStrokes(), options);
}
