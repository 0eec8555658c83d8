using GameNight.Models;
using GameNight.Native.XGBoost;

namespace GameNight.ModelAdmin.Import;

/// <summary>A booster as XGBoost writes it itself: in a <see cref="CheckProcess"/>, which hands it over in a folder.</summary>
/// <param name="Json">In its JSON format.</param>
/// <param name="Ubj">In its UBJ format.</param>
internal sealed record RewrittenBooster(byte[] Json, byte[] Ubj)
{
    /// <summary>The file with the booster as it came.</summary>
    public const string SourceFile = "booster";

    private const string JsonFile = "booster.json";
    private const string UbjFile = "booster.ubj";

    /// <summary>How much longer the text of a booster may be than a file of a version.</summary>
    private const int JsonGrowth = 4;

    /// <summary>Reads and writes the booster of a folder. Only where a crash does no harm.</summary>
    /// <exception cref="InvalidModelException">XGBoost cannot read it.</exception>
    /// <exception cref="XgbLibraryMissingException">There is no XGBoost.</exception>
    public static void Write(string folder)
    {
        try
        {
            using var booster = Booster.Load(File.ReadAllBytes(Path.Combine(folder, SourceFile)));
            File.WriteAllBytes(Path.Combine(folder, JsonFile), booster.Save(BoosterFormat.Json));
            File.WriteAllBytes(Path.Combine(folder, UbjFile), booster.Save(BoosterFormat.Ubj));
        }
        catch (XgbException e)
        {
            throw new InvalidModelException(e.Message, e);
        }
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidModelException">It is too large.</exception>
    public static async Task<RewrittenBooster> ReadAsync(string folder, CancellationToken cancellation)
    {
        var (json, ubj) = (new FileInfo(Path.Combine(folder, JsonFile)), new FileInfo(Path.Combine(folder, UbjFile)));
        ModelFile.RequireSize(json.Name, json.Length / JsonGrowth);
        ModelFile.RequireSize(ubj.Name, ubj.Length);
        return new RewrittenBooster(
            await File.ReadAllBytesAsync(json.FullName, cancellation), await File.ReadAllBytesAsync(ubj.FullName, cancellation));
    }
}
