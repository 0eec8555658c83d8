using GameNight.Configuration;
using GameNight.Models;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>The CNN that ships, published in a data folder under further numbers, to be swapped.</summary>
internal static class SwapVersions
{
    public const string Algorithm = "mnist-cnn";
    public const int Last = 7;

    public static async Task AddAsync(string folder, CancellationToken cancellation)
    {
        var shipped = Path.Combine(GameFolders.Default.Models, Algorithm, "1");
        var manifest = await File.ReadAllTextAsync(Path.Combine(shipped, ModelManifest.FileName), cancellation);
        for (var version = 2; version <= Last; version++)
        {
            var target = Directory.CreateDirectory(Path.Combine(folder, "models", Algorithm, $"{version}")).FullName;
            File.Copy(Path.Combine(shipped, ModelPackage.ModelFile), Path.Combine(target, ModelPackage.ModelFile));
            var changed = manifest.Replace("\"version\": \"1\"", $"\"version\": \"{version}\"", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(target, ModelManifest.FileName), changed, cancellation);
        }
    }
}
