using System.Collections.Concurrent;
using System.Globalization;

namespace GameNight.Models;

/// <summary>
/// Every version there is: those that ship with the game and are never written, and this game's own in the registry; and
/// which of them is, and was, in service, and which is on shadow. Until something is activated, that is the newest one that ships.
/// </summary>
/// <param name="shipped">What ships.</param>
/// <param name="registry">What this game publishes. Where both have a version of the same number, this one counts.</param>
/// <param name="clock">The time of publications and activations.</param>
public sealed class ModelLibrary(ModelFolder shipped, IModelRegistry registry, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private volatile IReadOnlyList<Activation> _log = [];
    private volatile IReadOnlyList<ModelKey> _own = [];

    // A version never changes, so that what was read of it stays true until it is gone.
    private readonly ConcurrentDictionary<ModelKey, ModelManifest> _manifests = new();

    /// <summary>What went into service when, of all algorithms, oldest first: as it was last read, which a game does all the time.</summary>
    public IReadOnlyList<Activation> Activations => [.. _log.Where(entry => entry.Shadow is null)];

    /// <summary>Every algorithm by its id, as things are now.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, AlgorithmVersions>> ReadAsync(CancellationToken cancellation) => (await ReadWithLogAsync(cancellation)).Shelves;

    /// <summary>Only what ships, for when the registry cannot be read.</summary>
    public IReadOnlyDictionary<string, AlgorithmVersions> ReadShipped() => Arrange([], []);

    /// <summary>One algorithm's shelf; an empty one where there is no such algorithm.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<AlgorithmVersions> FindAsync(string algorithm, CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).GetValueOrDefault(algorithm) ?? new AlgorithmVersions(algorithm, [], [], []);

    /// <exception cref="InvalidModelException">There is no manifest, it is not one, or it is another version's.</exception>
    public async Task<ModelManifest> ReadManifestAsync(ModelKey key, CancellationToken cancellation)
    {
        if (_manifests.TryGetValue(key, out var known))
            return known;
        var manifest = ModelManifest.Parse(await ReadFileAsync(key, ModelManifest.FileName, cancellation));
        return manifest.Algorithm == key.Algorithm && manifest.Version == key.Version
            ? _manifests.GetOrAdd(key, manifest)
            : throw new InvalidModelException($"The manifest is of {manifest.Algorithm} version {manifest.Version}, but lies in {key.Algorithm}/{key.Version}.");
    }

    /// <summary>The newest version that ships, which no training of this game has changed.</summary>
    /// <exception cref="InvalidModelException">None ships, or its manifest is not one.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<ModelManifest> ReadShippedAsync(string algorithm, CancellationToken cancellation)
    {
        var shelf = await FindAsync(algorithm, cancellation);
        return await ReadManifestAsync(shelf.Versions.FirstOrDefault(shelf.IsShipped) ?? throw new InvalidModelException($"No version of {algorithm} ships with the game."), cancellation);
    }

    /// <summary>The model file, checked against the manifest's digest.</summary>
    /// <exception cref="InvalidModelException">The file is missing or is not the one that was published.</exception>
    public async Task<byte[]> ReadModelAsync(ModelManifest manifest, CancellationToken cancellation)
    {
        var model = await ReadFileAsync(new ModelKey(manifest.Algorithm, manifest.Version), ModelPackage.ModelFile, cancellation);
        var digest = ModelPackage.Digest(model);
        return digest.Equals(manifest.Sha256, StringComparison.OrdinalIgnoreCase)
            ? model
            : throw new InvalidModelException($"model.onnx is damaged: its SHA-256 is {digest}, the manifest says {manifest.Sha256}.");
    }

    /// <summary>A file of a version: the model, the manifest or one that was published with them.</summary>
    /// <exception cref="InvalidModelException">The version has no such file.</exception>
    public async Task<byte[]> ReadFileAsync(ModelKey key, string file, CancellationToken cancellation) =>
        IsOwn(key) ? await registry.ReadAsync(key, file, cancellation) : await shipped.ReadAsync(key, file, cancellation);

    /// <summary>The size of the model file in bytes; null where it is missing.</summary>
    public async Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) =>
        IsOwn(key) ? await registry.SizeAsync(key, cancellation) : shipped.Size(key);

    /// <summary>Puts a version on its algorithm's shelf under the next number. It is not in service by that.</summary>
    /// <exception cref="InvalidModelException">The algorithm's id cannot be one.</exception>
    public async Task<ModelManifest> PublishAsync(ModelPackage package, CancellationToken cancellation)
    {
        while (true)
        {
            var shelf = await FindAsync(package.Manifest.Algorithm, cancellation);
            var manifest = package.As(shelf.NextNumber.ToString(CultureInfo.InvariantCulture), clock.GetUtcNow());
            if (await registry.TryPublishAsync(new ModelKey(manifest.Algorithm, manifest.Version), package.Files(manifest), cancellation))
                return manifest;
        }
    }

    /// <summary>Puts a version into service: promotes it or rolls back to it. Once more changes nothing.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    public async Task<Activation> ActivateAsync(ModelKey key, string by, string why, CancellationToken cancellation) =>
        (await TryActivateAsync(key, _ => true, by, why, cancellation))!;

    /// <summary>The same, but only in the place of the version that it was compared with.</summary>
    /// <returns>Null where another version is in service by now; nothing is changed then.</returns>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    public Task<Activation?> TryActivateAsync(ModelKey key, string? inPlaceOf, string by, string why, CancellationToken cancellation) =>
        TryActivateAsync(key, active => active == inPlaceOf, by, why, cancellation);

    /// <summary>Puts a version on shadow, in the place of any other of its algorithm. Once more changes nothing.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ShadowRefusedException">It is in service, or nobody is whom it could be compared with, or <see cref="ShadowVersion.Most"/> are on shadow.</exception>
    public Task PutOnShadowAsync(ModelKey key, string by, CancellationToken cancellation) => AppendAsync(key, by, "", (shelf, shelves) =>
    {
        if (shelf.OnShadow?.Version == key.Version)
            return null;
        if (shelf.Active is not { } active)
            throw new ShadowRefusedException($"No version of {key.Algorithm} is in service, so there is nothing to compare {key} with. Activate it instead.");
        if (active == key.Version)
            throw new ShadowRefusedException($"{key} is in service: everybody sees its guesses already.");
        if (shelves.Count(other => other != shelf && other.OnShadow is not null) >= ShadowVersion.Most)
            throw new ShadowRefusedException($"{ShadowVersion.Most} versions are on shadow already, which is the most, so that guesses stay quick. Take one off first.");
        return (active, new ShadowChange(key.Version));
    }, cancellation);

    /// <summary>Takes a version off shadow. One that is not on it stays as it is.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    public Task TakeOffShadowAsync(ModelKey key, string by, CancellationToken cancellation) => AppendAsync(key, by, "", (shelf, _) =>
        shelf.OnShadow?.Version == key.Version ? (shelf.Active!, new ShadowChange(Version: null)) : null, cancellation);

    private async Task<Activation?> TryActivateAsync(ModelKey key, Func<string?, bool> isExpected, string by, string why, CancellationToken cancellation)
    {
        Activation? there = null;
        return await AppendAsync(key, by, why, (shelf, _) =>
        {
            var isThere = shelf.Activations is [.., { } last] && last.To == key.Version;
            there = isThere && isExpected(shelf.Active) ? shelf.Activations[^1] : null;
            return isThere || !isExpected(shelf.Active) ? null : (key.Version, null);
        }, cancellation) ?? there;
    }

    /// <summary>Adds to the log what is decided on shelves that nobody has changed meanwhile.</summary>
    /// <param name="key">A version that must be there.</param>
    /// <param name="by">Who.</param>
    /// <param name="why">The reason.</param>
    /// <param name="decide">From its shelf and all of them to what shall be in service and how the shadow moves; null to leave all as it is. May be asked more than once.</param>
    /// <param name="cancellation">Leaves it as it is.</param>
    private async Task<Activation?> AppendAsync(
        ModelKey key, string by, string why, Func<AlgorithmVersions, IEnumerable<AlgorithmVersions>, (string To, ShadowChange? Shadow)?> decide, CancellationToken cancellation)
    {
        while (true)
        {
            var (shelves, log) = await ReadWithLogAsync(cancellation);
            if (shelves.GetValueOrDefault(key.Algorithm) is not { } shelf || !shelf.Versions.Contains(key))
                throw new UnknownVersionException(key.ToString());
            if (decide(shelf, shelves.Values) is not var (to, shadow))
                return null;
            var now = clock.GetUtcNow();
            var at = log is [.., { } before] && before.At > now ? before.At : now;
            var entry = new Activation(log.Count + 1, key.Algorithm, shelf.Active, to, at, by, why) { Shadow = shadow };
            if (await registry.TryAppendAsync(entry, cancellation))
            {
                Keep(log, [entry]);
                return entry;
            }
        }
    }

    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="VersionInUseException">It is in service, or ships with the game.</exception>
    public async Task DeleteAsync(ModelKey key, CancellationToken cancellation)
    {
        var shelf = await FindAsync(key.Algorithm, cancellation);
        if (!shelf.Versions.Contains(key))
            throw new UnknownVersionException(key.ToString());
        if (shelf.Active == key.Version)
            throw new VersionInUseException($"{key} is in service. Activate another version first.");
        if (shelf.IsShipped(key))
            throw new VersionInUseException($"{key} ships with the game and stays.");
        await registry.DeleteAsync(key, cancellation);
    }

    private async Task<(Dictionary<string, AlgorithmVersions> Shelves, IReadOnlyList<Activation> Log)> ReadWithLogAsync(CancellationToken cancellation)
    {
        var own = await registry.ListAsync(cancellation);
        var log = await ReadLogAsync(cancellation);
        _own = own;
        var shelves = Arrange(own, log);
        foreach (var gone in _manifests.Keys.Where(key => !(shelves.TryGetValue(key.Algorithm, out var shelf) && shelf.Versions.Contains(key))))
            _manifests.TryRemove(gone, out _);
        return (shelves, log);
    }

    /// <summary>What ships is read without asking the registry: it plays even while that is away.</summary>
    private bool IsOwn(ModelKey key) => _own.Contains(key) || !shipped.Has(key);

    /// <summary>The log only grows: what was read stays read.</summary>
    private async Task<IReadOnlyList<Activation>> ReadLogAsync(CancellationToken cancellation)
    {
        var known = _log;
        return Keep(known, await registry.ReadLogAsync(known.Count, cancellation));
    }

    private IReadOnlyList<Activation> Keep(IReadOnlyList<Activation> known, IReadOnlyList<Activation> more)
    {
        lock (_gate)
        {
            if (more.Count > 0 && _log.Count < known.Count + more.Count)
                _log = [.. known, .. more];
            return _log;
        }
    }

    private Dictionary<string, AlgorithmVersions> Arrange(IReadOnlyList<ModelKey> own, IReadOnlyList<Activation> log)
    {
        var ships = shipped.List().Except(own).ToLookup(key => key.Algorithm);
        var published = own.ToLookup(key => key.Algorithm);
        var activations = log.ToLookup(activation => activation.Algorithm);
        return ships.Concat(published).Select(group => group.Key).Distinct()
            .ToDictionary(id => id, id => new AlgorithmVersions(id, [.. ships[id]], [.. published[id]], [.. activations[id]]));
    }
}
