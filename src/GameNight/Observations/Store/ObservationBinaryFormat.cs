using System.IO.Compression;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Storage;

namespace GameNight.Observations.Store;

/// <summary>
/// An observation as bytes: JSON, the 784 pixels and the <see cref="InkColumns"/>, compressed together with Brotli. Every number
/// comes back exactly; an ordinary play takes 2 to 7 kB.
/// </summary>
internal static class ObservationBinaryFormat
{
    // The digit and the confidence of a guess follow from its probabilities and are not kept twice.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Pack(Observation observation)
    {
        var play = new Play(
            observation.Id, observation.Time.ToUniversalTime(), observation.Player, observation.NormaliserVersion, observation.Chosen, [.. observation.Guesses],
            observation.Label is { } label ? label with { Time = label.Time.ToUniversalTime() } : null, observation.Ink is not null,
            observation.Input, observation.ChosenBy, observation.Shadows.Count > 0 ? [.. observation.Shadows] : null, observation.Excluded);
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Optimal)))
        {
            writer.Write(JsonSerializer.Serialize(play, Json));
            writer.Write(observation.Image.Pixels);
            if (observation.Ink is { } ink)
                writer.WriteInk(ink);
        }

        return packed.ToArray();
    }

    /// <exception cref="StoreException">The bytes are no observation.</exception>
    public static Observation Unpack(Stream packed)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(packed, CompressionMode.Decompress));
            var play = JsonSerializer.Deserialize<Play>(reader.ReadString(), Json) ?? throw new InvalidDataException("it is empty");
            return new Observation
            {
                Id = play.Id,
                Time = play.Time,
                Player = play.Player,
                Image = new DigitImage(reader.ReadBytes(DigitImage.Length)),
                Ink = play.HasInk ? reader.ReadInk() : null,
                NormaliserVersion = play.NormaliserVersion,
                Chosen = play.Chosen,
                Guesses = play.Guesses,
                Label = play.Label,
                Input = play.Input,
                ChosenBy = play.ChosenBy,
                Shadows = play.Shadows ?? [],
                Excluded = play.Excluded,
            };
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidDataException or InvalidOperationException or ArgumentException or FormatException or InvalidDrawingException)
        {
            throw new StoreException($"What lies there is no observation: {e.Message}", e) { IsFinal = true };
        }
    }

    private sealed record Play(
        Guid Id, DateTimeOffset Time, string Player, int NormaliserVersion, string Chosen, Guess[] Guesses, Label? Label, bool HasInk,
        InputKind? Input = null, ChosenBy ChosenBy = ChosenBy.Player, Guess[]? Shadows = null, bool Excluded = false);
}
