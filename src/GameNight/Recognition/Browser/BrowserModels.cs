using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition.Browser;

/// <summary>
/// Decides which versions a browser may load. Never those that differ from player to player, and never the rookie, which is what was
/// played here a moment ago.
/// </summary>
public sealed partial class BrowserModels(
    Contestants contestants, ModelLibrary library, BrowserOptions options, ILogger<BrowserModels> log)
{
    /// <summary>The versions in service that a browser may guess with, in the order of the pages.</summary>
    public async Task<IReadOnlyList<BrowserModel>> ListAsync(CancellationToken cancellation)
    {
        var models = new List<BrowserModel>();
        foreach (var contestant in contestants.All)
        {
            if (contestant.ActiveVersion is not { } version || !IsAllowed(new ModelKey(contestant.Id, version)))
                continue;
            if (await FindAsync(new ModelKey(contestant.Id, version), cancellation) is { } model)
                models.Add(model);
        }

        return models;
    }

    /// <summary>The manifest of a version; null where there is none, or it is not for browsers.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<ModelManifest?> FindAsync(string algorithm, string version, CancellationToken cancellation)
    {
        if (!ModelKey.IsAlgorithm(algorithm) || !ModelKey.IsVersion(version))
            return null;
        var key = new ModelKey(algorithm, version);
        if (!IsAllowed(key))
            return null;
        try
        {
            var manifest = await library.ReadManifestAsync(key, cancellation);
            return IsPlain(manifest) ? manifest : null;
        }
        catch (InvalidModelException e)
        {
            LogUnreadable(key, e);
            return null;
        }
    }

    /// <summary>The file of a version that was found here before; null where it's damaged.</summary>
    /// <param name="manifest">The version's.</param>
    /// <param name="pay">Gets the size in bytes before the file is read; what it throws comes out.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<byte[]?> ReadAsync(ModelManifest manifest, Action<long> pay, CancellationToken cancellation)
    {
        var key = new ModelKey(manifest.Algorithm, manifest.Version);
        try
        {
            pay(await library.SizeAsync(key, cancellation) ?? 0);
            return await library.ReadModelAsync(manifest, cancellation);
        }
        catch (InvalidModelException e)
        {
            LogUnreadable(key, e);
            return null;
        }
    }

    /// <summary>Whether a contestant guesses from the image alone, and the same for everybody.</summary>
    private static bool IsPlain(ModelManifest manifest) => manifest.Input.Layout != ModelLayout.Guesses;

    private bool IsAllowed(ModelKey key) =>
        options.Allowed != AllowedModels.None
        && key.Algorithm is not (Contestants.Personal or Contestants.Rookie)
        && (library.Ships(key) || (options.Allowed == AllowedModels.InService && IsInService(key)));

    private bool IsInService(ModelKey key) => contestants.Find(key.Algorithm)?.ActiveVersion == key.Version;

    private async Task<BrowserModel?> FindAsync(ModelKey key, CancellationToken cancellation)
    {
        try
        {
            var manifest = await library.ReadManifestAsync(key, cancellation);
            return IsPlain(manifest) && await library.SizeAsync(key, cancellation) is { } bytes
                ? BrowserModel.From(manifest, bytes)
                : null;
        }
        catch (Exception e) when (e is InvalidModelException or ModelRegistryException)
        {
            // It is in service from the memory of this process; browsers leave it to the server.
            LogUnreadable(key, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The file of {Key} cannot be read, so that no browser can load it")]
    private partial void LogUnreadable(ModelKey key, Exception exception);
}
