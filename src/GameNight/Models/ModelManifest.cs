using System.Text.Json;
using System.Text.Json.Serialization;

namespace GameNight.Models;

/// <summary>What a model file is, how it is fed and what it answers: <c>manifest.json</c> beside <c>model.onnx</c>.</summary>
public sealed record ModelManifest
{
    public required string Algorithm { get; init; }

    public required string Version { get; init; }

    public required string Name { get; init; }

    public required string Family { get; init; }

    public required string Description { get; init; }

    public DateTimeOffset Created { get; init; }

    public string? License { get; init; }

    /// <summary>Of <c>model.onnx</c>, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required ModelInput Input { get; init; }

    public required ModelOutput Output { get; init; }

    public JsonElement? TrainedOn { get; init; }

    public IReadOnlyList<ModelMetric> Metrics { get; init; } = [];
}

/// <param name="Name">The input tensor.</param>
/// <param name="Layout">The tensor's shape.</param>
/// <param name="Batch">The batch size of a model that has a fixed one, else null.</param>
/// <param name="Scale">The value fed is byte × scale + offset.</param>
/// <param name="Offset">See <paramref name="Scale"/>.</param>
public sealed record ModelInput(string Name, ModelLayout Layout, int? Batch = null, double Scale = 1, double Offset = 0);

/// <param name="Name">The tensor with ten numbers an image.</param>
/// <param name="Kind">What those numbers are.</param>
/// <param name="Embedding">The tensor that the last layer reads, where the model offers it.</param>
public sealed record ModelOutput(string Name, OutputKind Kind, string? Embedding = null);

public sealed record ModelMetric(string Dataset, double Accuracy, int N);

[JsonConverter(typeof(JsonStringEnumConverter<ModelLayout>))]
public enum ModelLayout
{
    /// <summary>[n, 1, 28, 28].</summary>
    [JsonStringEnumMemberName("nchw")]
    Nchw,

    /// <summary>[n, 28, 28, 1].</summary>
    [JsonStringEnumMemberName("nhwc")]
    Nhwc,

    /// <summary>[n, 784].</summary>
    [JsonStringEnumMemberName("flat")]
    Flat,
}

[JsonConverter(typeof(JsonStringEnumConverter<OutputKind>))]
public enum OutputKind
{
    [JsonStringEnumMemberName("probabilities")]
    Probabilities,

    /// <summary>Scores that a softmax turns into probabilities.</summary>
    [JsonStringEnumMemberName("logits")]
    Logits,
}
