using System.Security.Cryptography;

namespace GameNight.Models;

/// <summary>A version before it is published: its number, time and digest are filled in then.</summary>
/// <param name="Manifest">Its <c>Version</c>, <c>Created</c> and <c>Sha256</c> are ignored.</param>
/// <param name="Model">The file <c>model.onnx</c>.</param>
/// <param name="Extras">Files that are kept beside it by name, such as the booster that training goes on from.</param>
public sealed record ModelPackage(ModelManifest Manifest, byte[] Model, IReadOnlyDictionary<string, byte[]>? Extras = null)
{
    public const string ModelFile = "model.onnx";

    /// <summary>The manifest as the given version.</summary>
    public ModelManifest As(string version, DateTimeOffset created) =>
        Manifest with { Version = version, Created = created, Sha256 = Digest(Model) };

    /// <summary>Every file of the version, the manifest last: where it is, the others are.</summary>
    public IReadOnlyList<ModelFile> Files(ModelManifest manifest) =>
    [
        new(ModelFile, Model),
        .. (Extras ?? new Dictionary<string, byte[]>()).Select(extra => new ModelFile(extra.Key, extra.Value)),
        new(ModelManifest.FileName, manifest.ToUtf8()),
    ];

    public static string Digest(byte[] model) => Convert.ToHexStringLower(SHA256.HashData(model));
}
