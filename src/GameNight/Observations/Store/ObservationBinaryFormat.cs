using System.IO.Compression;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Storage;

namespace GameNight.Observations.Store;

/// <summary>
/// Packs an observation into bytes: a header in JSON, the 784 pixels and the <see cref="InkColumns"/>, compressed together with
/// Brotli (RFC 7932). Every number comes back exactly. An ordinary observation takes 2 to 7 kB.
/// </summary>
internal static class ObservationBinaryFormat
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        // The digit and the confidence of a guess follow from its probabilities and are not kept.
        IgnoreReadOnlyProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Pack(Observation observation)
    {
        var packed = new MemoryStream();
        using (var writer = new BinaryWriter(new BrotliStream(packed, CompressionLevel.Optimal)))
        {
            writer.Write(JsonSerializer.Serialize(HeaderOf(observation), Json));
            writer.Write(observation.Image.Pixels);
            if (observation.Ink is { } ink)
                writer.WriteInk(ink);
        }

        return packed.ToArray();
    }

    /// <exception cref="StoreException">The bytes are no packed observation.</exception>
    public static Observation Unpack(Stream packed)
    {
        try
        {
            using var reader = new BinaryReader(new BrotliStream(packed, CompressionMode.Decompress));
            var header = JsonSerializer.Deserialize<Header>(reader.ReadString(), Json)
                ?? throw new InvalidDataException("its header is null");
            return new Observation
            {
                Id = header.Id,
                Time = header.Time,
                Player = header.Player,
                Image = new DigitImage(reader.ReadBytes(DigitImage.Length)),
                Ink = header.HasInk ? reader.ReadInk() : null,
                NormaliserVersion = header.NormaliserVersion,
                Chosen = header.Chosen,
                Guesses = header.Guesses,
                Label = header.Label,
                Input = header.Input,
                ChosenBy = header.ChosenBy,
                Shadows = header.Shadows ?? [],
                Excluded = header.Excluded,
                Task = header.Task,
                Votes = header.Votes ?? [],
                Origin = header.Origin ?? PlayOrigins.OfOldBuild(header.Input, header.Player),
            };
        }
        catch (Exception e) when (e is JsonException or IOException or InvalidDataException or InvalidOperationException
            or ArgumentException or FormatException or InvalidDrawingException)
        {
            throw new StoreException($"A packed observation cannot be read: {e.Message}", e) { IsFinal = true };
        }
    }

    private static Header HeaderOf(Observation observation) => new(
        observation.Id,
        observation.Time.ToUniversalTime(),
        observation.Player,
        observation.NormaliserVersion,
        observation.Chosen,
        [.. observation.Guesses],
        observation.Label is { } label ? label with { Time = label.Time.ToUniversalTime() } : null,
        observation.Ink is not null,
        observation.Input,
        observation.ChosenBy,
        observation.Shadows.Count > 0 ? [.. observation.Shadows] : null,
        observation.Excluded,
        observation.Origin,
        observation.Task,
        observation.Votes.Count > 0 ? [.. observation.Votes.Select(vote => vote with { Time = vote.Time.ToUniversalTime() })] : null);

    // The names are those in the JSON. Builds before input kinds, shadows, exclusion, origins, tasks and votes wrote no such properties.
    private sealed record Header(
        Guid Id,
        DateTimeOffset Time,
        string Player,
        int NormaliserVersion,
        string Chosen,
        Guess[] Guesses,
        Label? Label,
        bool HasInk,
        InputKind? Input = null,
        ChosenBy ChosenBy = ChosenBy.Player,
        Guess[]? Shadows = null,
        bool Excluded = false,
        PlayOrigin? Origin = null,
        DrawingTask? Task = null,
        Vote[]? Votes = null);
}
