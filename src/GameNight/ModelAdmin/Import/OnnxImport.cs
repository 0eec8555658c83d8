using System.Text.Json;
using System.Text.Json.Nodes;
using GameNight.Models;

namespace GameNight.ModelAdmin.Import;

/// <summary>Reads an ONNX model and the manifest that its author wrote.</summary>
internal static class OnnxImport
{
    /// <exception cref="InvalidModelException">The manifest is malformed.</exception>
    public static async Task<ModelPackage> ReadAsync(string modelFile, string manifestFile, CancellationToken cancellation) => new(
        Complete(await ReadManifestAsync(manifestFile, cancellation)),
        await ReadFileAsync(modelFile, cancellation));

    /// <exception cref="InvalidModelException">It is larger than any file of a version.</exception>
    public static Task<byte[]> ReadFileAsync(string file, CancellationToken cancellation)
    {
        ModelFile.RequireSize(Path.GetFileName(file), new FileInfo(file).Length);
        return File.ReadAllBytesAsync(file, cancellation);
    }

    /// <exception cref="InvalidModelException">It is no JSON object, or too large.</exception>
    public static async Task<JsonObject> ReadManifestAsync(string file, CancellationToken cancellation)
    {
        try
        {
            ManifestLimits.CheckSize(new FileInfo(file).Length);
            return JsonNode.Parse(await File.ReadAllTextAsync(file, cancellation)) as JsonObject
                ?? throw new InvalidModelException("The manifest is no JSON object.");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidModelException($"The manifest cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Fills in the version, time and digest, which get their values when the version is published.</summary>
    /// <exception cref="InvalidModelException">Something else is missing or wrong.</exception>
    public static ModelManifest Complete(JsonObject manifest)
    {
        try
        {
            (manifest["version"], manifest["created"], manifest["sha256"]) = ("1", DateTimeOffset.UnixEpoch, "");
            return ModelManifest.Parse(JsonSerializer.SerializeToUtf8Bytes(manifest));
        }
        // A duplicate property is reported at the first access.
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidModelException($"The manifest cannot be read: {e.Message}", e);
        }
    }
}
