using System.Security.Cryptography;
using System.Text.Json;

namespace GameNight.Models;

/// <summary>One version folder: a complete manifest and the model file that it vouches for.</summary>
public sealed record ModelVersion(string Folder, ModelManifest Manifest)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the manifest; the model file is not touched.</summary>
    /// <exception cref="InvalidModelException">There is no manifest, or it is not one.</exception>
    public static ModelVersion Open(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        try
        {
            using var file = File.OpenRead(path);
            return new ModelVersion(folder, JsonSerializer.Deserialize<ModelManifest>(file, Json)
                ?? throw new InvalidModelException($"{path} is empty."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidModelException($"The manifest cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The model file, checked against the manifest's digest.</summary>
    /// <exception cref="InvalidModelException">The file is missing or is not the one that was published.</exception>
    public byte[] ReadModel()
    {
        try
        {
            var bytes = File.ReadAllBytes(Path.Combine(Folder, "model.onnx"));
            var digest = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return digest.Equals(Manifest.Sha256, StringComparison.OrdinalIgnoreCase)
                ? bytes
                : throw new InvalidModelException($"model.onnx is damaged: its SHA-256 is {digest}, the manifest says {Manifest.Sha256}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidModelException($"The model file cannot be read: {e.Message}", e);
        }
    }
}
