using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GameNight.Models;

/// <summary>Describes a version: what it is, how it is fed and what it answers. <c>manifest.json</c> beside <c>model.onnx</c>.</summary>
public sealed record ModelManifest
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public required string Algorithm { get; init; }

    public required string Version { get; init; }

    public string Name { get; init; } = "";

    /// <summary>The kind of model, in a word: <c>cnn</c>, <c>mlp</c>, <c>trees</c>, …</summary>
    public string Family { get; init; } = "";

    /// <summary>How the model works, in a sentence for players.</summary>
    public string Description { get; init; } = "";

    public DateTimeOffset Created { get; init; }

    public string? License { get; init; }

    /// <summary>The SHA-256 of <c>model.onnx</c>, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required ModelInput Input { get; init; }

    public required ModelOutput Output { get; init; }

    /// <summary>What the version was trained on: an object of notes by name, or a text; null where that is not known.</summary>
    public JsonElement? TrainedOn { get; init; }

    public IReadOnlyList<ModelMetric> Metrics { get; init; } = [];

    /// <exception cref="InvalidModelException">The bytes are no manifest; the message says why.</exception>
    public static ModelManifest Parse(ReadOnlySpan<byte> utf8)
    {
        ManifestLimits.CheckSize(utf8.Length);
        try
        {
            var manifest = JsonSerializer.Deserialize<ModelManifest>(utf8, Json)
                ?? throw new InvalidModelException("The manifest is empty.");
            if (!manifest.Metrics.All(IsValid))
            {
                throw new InvalidModelException(
                    "The manifest's metrics are wrong: each has a dataset, an accuracy from 0 to 1 and the number n of drawings.");
            }

            if (!double.IsFinite(manifest.Input.Scale) || !double.IsFinite(manifest.Input.Offset))
                throw new InvalidModelException("The manifest's scale and offset must be finite numbers.");
            ManifestLimits.Check(manifest);
            return manifest;
        }
        catch (JsonException e)
        {
            throw new InvalidModelException($"The manifest cannot be read: {e.Message}", e);
        }
    }

    /// <summary>
    /// Merges this version's <see cref="TrainedOn"/> with the notes on a version that was trained from it. Where both have a note of
    /// the same name, the latter counts.
    /// </summary>
    /// <param name="notes">An object whose properties are the notes.</param>
    public JsonElement TrainedOnToo(object notes)
    {
        var all = TrainedOn is { ValueKind: JsonValueKind.Object } known ? JsonObject.Create(known)! : [];
        foreach (var (name, note) in JsonSerializer.SerializeToNode(notes, Json)!.AsObject())
            all[name] = note?.DeepClone();
        return JsonSerializer.SerializeToElement(all);
    }

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    private static bool IsValid(ModelMetric metric) =>
        metric is { Dataset: not null, Accuracy: >= 0 and <= 1, N: >= 0, Ece: null or (>= 0 and <= 1) };
}
