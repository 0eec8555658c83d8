using System.Security.Cryptography;

namespace GameNight.Models;

/// <summary>A version that is to be published, which gives it its number, time and digest.</summary>
/// <param name="Manifest">Its <c>Version</c>, <c>Created</c> and <c>Sha256</c> are ignored.</param>
/// <param name="Model">The bytes of <c>model.onnx</c>.</param>
/// <param name="Extras">Further files by name, such as the booster that training continues from; null for none.</param>
public sealed record ModelPackage(ModelManifest Manifest, byte[] Model, IReadOnlyDictionary<string, byte[]>? Extras = null)
{
    public const string ModelFile = "model.onnx";

    /// <summary>The largest file of a version, in bytes. What ships has 1.3 MB at most.</summary>
    public const int MaxFile = 64 << 20;

    /// <summary>The manifest, completed for a version number and a time.</summary>
    public ModelManifest As(string version, DateTimeOffset created) =>
        Manifest with { Version = version, Created = created, Sha256 = Digest(Model) };

    /// <summary>All files of the version. The manifest is the last, so that where it exists the others do too.</summary>
    public IReadOnlyList<ModelFile> Files(ModelManifest manifest) =>
    [
        new(ModelFile, Model),
        .. (Extras ?? new Dictionary<string, byte[]>()).Select(extra => new ModelFile(extra.Key, extra.Value)),
        new(ModelManifest.FileName, manifest.ToUtf8()),
    ];

    /// <summary>The SHA-256 in lower-case hexadecimal.</summary>
    public static string Digest(byte[] model) => Convert.ToHexStringLower(SHA256.HashData(model));
}
