using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Network;

namespace GameNight.Play.Personal;

/// <summary>
/// Loads the network of <c>personal</c> in the version in service, and keeps it until another version is. Safe for concurrent use.
/// </summary>
internal sealed class LoadedNetworkCache(Contestants contestants, ModelLibrary library) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private volatile LoadedNetwork? _network;

    /// <returns>Null while <c>personal</c> is not in service.</returns>
    public async Task<LoadedNetwork?> GetAsync()
    {
        if (contestants.Find(PersonalNetwork.Algorithm)?.ActiveVersion is not { } version)
            return null;
        if (_network is { } current && current.Version == version)
            return current;
        await _loading.WaitAsync();
        try
        {
            if (_network is { } loaded && loaded.Version == version)
                return loaded;
            var manifest = await library.ReadManifestAsync(new ModelKey(PersonalNetwork.Algorithm, version), CancellationToken.None);
            var model = await library.ReadModelAsync(manifest, CancellationToken.None);
            // The network before is not disposed: guesses may still use it. It is freed with its last reference.
            return _network = new LoadedNetwork(version, LastLayer.Read(model), new Embeddings(manifest, model));
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose()
    {
        _network?.Embeddings.Dispose();
        _loading.Dispose();
    }
}
