using System.Security.Cryptography;
using System.Text.Json;

namespace GameNight.Models;

/// <summary>One version folder: a complete manifest and the model file that it vouches for.</summary>
public sealed record ModelVersion(string Folder, ModelManifest Manifest)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads the manifest; the model file is not touched.</summary>
    /// <exception cref="InvalidModelException">There is no manifest, it is not one, or it is another version's.</exception>
    public static ModelVersion Open(string folder)
    {
        var path = Path.Combine(folder, "manifest.json");
        try
        {
            using var file = File.OpenRead(path);
            var manifest = JsonSerializer.Deserialize<ModelManifest>(file, Json) ?? throw new InvalidModelException("The manifest is empty.");
            var (algorithm, version) = (Path.GetFileName(Path.GetDirectoryName(folder)), Path.GetFileName(folder));
            return manifest.Algorithm == algorithm && manifest.Version == version
                ? new ModelVersion(folder, manifest)
                : throw new InvalidModelException($"The manifest is of {manifest.Algorithm} version {manifest.Version}, but lies in {algorithm}/{version}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidModelException(e is FileNotFoundException or DirectoryNotFoundException
                ? "manifest.json is missing."
                : $"The manifest cannot be read: {e.Message}", e);
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
            throw new InvalidModelException(e is FileNotFoundException
                ? "model.onnx is missing."
                : $"The model file cannot be read: {e.Message}", e);
        }
    }
}
