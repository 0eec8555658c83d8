using System.Text.Json;
using System.Text.Json.Serialization;
using GameNight.Recognition.Guessing;

namespace GameNight.Observations.Store;

/// <summary>
/// Converts a guess to JSON as the stores keep it: <c>algorithm</c>, <c>version</c> and <c>probabilities</c>. The digit and the
/// confidence follow from these and are not kept.
/// </summary>
/// <remarks>Guesses are read by the million, and the serializer's own converter takes several times as long.</remarks>
internal sealed class GuessConverter : JsonConverter<Guess>
{
    public override Guess Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Require(reader.TokenType == JsonTokenType.StartObject);
        string? algorithm = null;
        string? version = null;
        float[]? probabilities = null;
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

        Require(algorithm is not null && version is not null && probabilities is not null);
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

    /// <summary>Returns one and the same string for an algorithm that ships, because millions of guesses hold it.</summary>
    private static string? ReadAlgorithm(ref Utf8JsonReader reader)
    {
        reader.Read();
        foreach (var shipped in Contestants.Shipped)
        {
            if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(shipped))
                return shipped;
        }

        return reader.GetString();
    }

    private static float[] ReadProbabilities(ref Utf8JsonReader reader)
    {
        Require(reader.Read() && reader.TokenType == JsonTokenType.StartArray);
        var probabilities = new float[OnnxClassifier.Digits];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Require(reader.TokenType == JsonTokenType.Number && count < probabilities.Length);
            probabilities[count++] = reader.GetSingle();
        }

        Require(count == probabilities.Length);
        return probabilities;
    }

    private static void Require(bool condition)
    {
        if (!condition)
            throw new JsonException("A guess has an algorithm, a version and ten probabilities.");
    }
}
