using System.Text.Json.Nodes;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Training.Features;
using GameNight.Training.Trees;

namespace GameNight.ModelAdmin.Import;

/// <summary>
/// Boosted trees that any XGBoost has trained, on one machine or on many, for ten classes with <c>multi:softprob</c>: over the 784
/// pixels, as an export in CSV has them, or over <see cref="StrokeFeatures"/>. Which it is, the number of features says.
/// </summary>
internal static class BoosterImport
{
    /// <summary>Who a booster over stroke features is where nothing is said: the game's own trees, trained elsewhere.</summary>
    public const string OverFeatures = BaseTrees.Algorithm;

    /// <summary>Who a booster over pixels is where nothing is said.</summary>
    public const string OverPixels = "pixel-trees";

    /// <param name="file">JSON, or UBJ where XGBoost is there to read it.</param>
    /// <param name="manifestFile">
    /// Null for one made here. Of its input, only scale and offset count: what the booster was trained on is byte × scale +
    /// offset.
    /// </param>
    /// <param name="process">Where XGBoost reads the booster: in this one, a broken file could end it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">It is no such booster.</exception>
    /// <exception cref="InvalidModelException">
    /// The manifest is none; or XGBoost, which is needed for UBJ and for stroke features, is missing or cannot read the booster.
    /// </exception>
    public static async Task<ModelPackage> ReadAsync(
        string file, string? manifestFile, CheckProcess process, CancellationToken cancellation)
    {
        var bytes = await OnnxImport.ReadFileAsync(file, cancellation);
        var given = manifestFile is null ? [] : await OnnxImport.ReadManifestAsync(manifestFile, cancellation);
        // Read here where it can be: an XGBoost of this machine may be older than the one that wrote the booster.
        var isJson = Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase);
        var rewritten = isJson ? null : await process.RewriteAsync(bytes, cancellation);
        var json = rewritten?.Json ?? bytes;
        var overPixels = TreeEnsembleOnnx.CountFeatures(json) == DigitImage.Length;
        var manifest = OnnxImport.Complete(Describe(given, overPixels));
        var (scale, offset) = (manifest.Input.Scale, manifest.Input.Offset);
        manifest = manifest with { Input = new ModelInput(TreeEnsembleOnnx.Input, ModelLayout.Nchw) };
        if (overPixels)
            return new ModelPackage(manifest, TreeEnsembleOnnx.OverPixels(json, scale, offset));
        if (scale != 1 || offset != 0)
            throw new InvalidModelException("Stroke features are made of bytes as they are: the manifest's scale is 1 and its offset 0.");
        var model = TreeEnsembleOnnx.OverStrokeFeatures(json);
        rewritten ??= await process.RewriteAsync(bytes, cancellation);
        return new ModelPackage(manifest, model, BaseTrees.Extras(rewritten.Ubj));
    }

    /// <summary>What a manifest for trees need not say.</summary>
    private static JsonObject Describe(JsonObject manifest, bool overPixels)
    {
        try
        {
            var (algorithm, name, thoughts) = overPixels
                ? (OverPixels, "Pixel trees", "I ask thousands of little questions about single pixels, and let the answers vote.")
                : (OverFeatures, BaseTrees.Name, BaseTrees.Description);
            if (manifest["algorithm"] is null)
                (manifest["algorithm"], manifest["name"]) = (algorithm, manifest["name"]?.DeepClone() ?? name);
            manifest["family"] ??= BaseTrees.Family;
            manifest["description"] ??= thoughts;
            var input = manifest["input"] ??= new JsonObject();
            (input["name"], input["layout"]) = (TreeEnsembleOnnx.Input, "nchw");
            manifest["output"] = new JsonObject { ["name"] = TreeEnsembleOnnx.Output, ["kind"] = "probabilities" };
            return manifest;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            throw new InvalidModelException($"The manifest cannot be read: {e.Message}", e);
        }
    }
}
