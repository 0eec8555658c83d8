using System.Text.Json;
using System.Text.Json.Serialization;
using GameNight.Recognition.Guessing;

namespace GameNight.Observations.Store;

/// <summary>
/// A guess as it is kept: <c>algorithm</c>, <c>version</c>, <c>probabilities</c>. The digit and the confidence follow from them
/// and are not kept twice. A store reads it by the million: the serializer's own way takes several times as long.
/// </summary>
internal sealed class GuessConverter : JsonConverter<Guess>
{
    public override Guess Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect(reader.TokenType == JsonTokenType.StartObject);
        var (algorithm, version, probabilities) = ((string?)null, (string?)null, (float[]?)null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("algorithm"u8))
                algorithm = ReadAlgorithm(ref reader);
            else if (reader.ValueTextEquals("version"u8) && reader.Read())
                version = reader.GetString();
            else if (reader.ValueTextEquals("probabilities"u8))
                probabilities = ReadProbabilities(ref reader);
            else
                reader.Skip();
        }

        Expect(algorithm is not null && version is not null && probabilities is not null);
        return new Guess(algorithm!, version!, probabilities!);
    }

    public override void Write(Utf8JsonWriter writer, Guess value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("algorithm"u8, value.Algorithm);
        writer.WriteString("version"u8, value.Version);
        writer.WriteStartArray("probabilities"u8);
        foreach (var probability in value.Probabilities)
            writer.WriteNumberValue(probability);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One string for each of those that are in every play.</summary>
    private static string? ReadAlgorithm(ref Utf8JsonReader reader)
    {
        reader.Read();
        foreach (var regular in Contestants.Shipped)
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(regular))
                return regular;
        }

        return reader.GetString();
    }

    private static float[] ReadProbabilities(ref Utf8JsonReader reader)
    {
        Expect(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        var (probabilities, count) = (new float[OnnxClassifier.Digits], 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Expect(reader.TokenType == JsonTokenType.Number && count < probabilities.Length);
            probabilities[count++] = reader.GetSingle();
        }

        Expect(count == probabilities.Length);
        return probabilities;
    }

    private static void Expect(bool condition)
    {
        if (!condition)
            throw new JsonException("A guess has an algorithm, a version and ten probabilities.");
    }
}
