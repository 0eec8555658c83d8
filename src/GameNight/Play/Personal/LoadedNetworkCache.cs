using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Network;
using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>
/// Loads the network of <c>personal</c> in the version in service, and keeps it until another version is. Whoever uses it holds a lease,
/// and the last lease disposes a network that was replaced. Safe for concurrent use.
/// </summary>
internal sealed class LoadedNetworkCache(Contestants contestants, ModelLibrary library) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1);
    private readonly Replaceable<LoadedNetwork> _network = new();

    /// <summary>The network that was loaded last, which need not be of the version in service; null before the first.</summary>
    public Replaceable<LoadedNetwork>.Lease? Take() => _network.Take();

    /// <summary>The network in service, loaded where it is not yet.</summary>
    /// <returns>Null while <c>personal</c> is not in service.</returns>
    public async Task<Replaceable<LoadedNetwork>.Lease?> LoadAsync(CancellationToken cancellation)
    {
        if (contestants.Find(PersonalNetwork.Algorithm)?.ActiveVersion is not { } version)
            return null;
        await _loading.WaitAsync(cancellation);
        try
        {
            if (Take() is { } current)
            {
                if (current.Value.Version == version)
                    return current;
                current.Dispose();
            }

            var manifest = await library.ReadManifestAsync(new ModelKey(PersonalNetwork.Algorithm, version), cancellation);
            var model = await library.ReadModelAsync(manifest, cancellation);
            _network.Replace(new LoadedNetwork(version, await Task.Run(() => new PersonalEncoder(manifest, model), cancellation)));
            return Take();
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _network.Dispose();
}
