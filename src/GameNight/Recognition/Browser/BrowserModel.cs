using GameNight.Models;

namespace GameNight.Recognition.Browser;

/// <summary>A version that a browser can guess with by itself: where its file is, and how to feed it.</summary>
/// <param name="Id">The algorithm's id.</param>
/// <param name="Version">The version in service.</param>
/// <param name="Address">The path of the model file, which never changes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its digest, in lower-case hexadecimal.</param>
/// <param name="Input">How it is fed.</param>
/// <param name="Output">What it answers.</param>
public sealed record BrowserModel(
    string Id, string Version, string Address, long Bytes, string Sha256, ModelInput Input, ModelOutput Output)
{
    public static BrowserModel From(ModelManifest manifest, long bytes) => new(
        manifest.Algorithm,
        manifest.Version,
        $"/models/{manifest.Algorithm}/{manifest.Version}/{ModelPackage.ModelFile}",
        bytes,
        manifest.Sha256.ToLowerInvariant(),
        manifest.Input,
        manifest.Output);
}
