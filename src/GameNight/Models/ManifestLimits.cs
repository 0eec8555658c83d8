using System.Text.Json;

namespace GameNight.Models;

/// <summary>
/// How much a manifest may say: it is read into memory, shown on pages and sent with every list of versions. What ships and what is
/// trained here stays far below.
/// </summary>
internal static class ManifestLimits
{
    private const int MaxBytes = 256 << 10;
    private const int MaxTrainedOn = 64 << 10;
    private const int MaxMetrics = 50;

    /// <exception cref="InvalidModelException">The file is larger than any manifest.</exception>
    public static void CheckSize(long bytes)
    {
        if (bytes > MaxBytes)
            throw new InvalidModelException($"The manifest has {bytes:N0} bytes; at most {MaxBytes:N0} are taken.");
    }

    /// <exception cref="InvalidModelException">A field says more than it may; the message names it.</exception>
    public static void Check(ModelManifest manifest)
    {
        Text("algorithm", manifest.Algorithm, 64);
        Text("version", manifest.Version, 64);
        Text("name", manifest.Name, 80);
        Text("family", manifest.Family, 40);
        Text("description", manifest.Description, 500);
        Text("license", manifest.License, 200);
        Text("sha256", manifest.Sha256, 64);
        Text("input.name", manifest.Input.Name, 200);
        Text("output.name", manifest.Output.Name, 200);
        Text("output.embedding", manifest.Output.Embedding, 200);
        Text("output.features", manifest.Output.Features, 200);
        if (manifest.TrainedOn is { } notes && JsonSerializer.SerializeToUtf8Bytes(notes).Length is var size and > MaxTrainedOn)
            throw new InvalidModelException($"The manifest's trainedOn has {size:N0} bytes; at most {MaxTrainedOn:N0} are taken.");
        if (manifest.Metrics.Count > MaxMetrics)
            throw new InvalidModelException($"The manifest's metrics are {manifest.Metrics.Count:N0}; at most {MaxMetrics} are taken.");
        foreach (var (index, metric) in manifest.Metrics.Index())
            Text($"metrics[{index}].dataset", metric.Dataset, 100);
    }

    private static void Text(string field, string? text, int most)
    {
        if (text?.Length > most)
            throw new InvalidModelException($"The manifest's {field} has {text.Length:N0} characters; at most {most} are taken.");
    }
}
