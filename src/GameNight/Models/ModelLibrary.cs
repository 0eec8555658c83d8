using System.Collections.Concurrent;

namespace GameNight.Models;

/// <summary>
/// All versions of all algorithms: those that ship with the game and are never written, and this game's own in the registry.
/// Knows which version of each algorithm is and was in service, and which is on shadow. Until a version is activated, the newest
/// one that ships is in service. Safe for concurrent use.
/// </summary>
/// <param name="shipped">The versions that ship.</param>
/// <param name="registry">This game's own versions. Where both have a version of the same number, this one counts.</param>
/// <param name="clock">The time of publications and activations.</param>
public sealed partial class ModelLibrary(ModelFolder shipped, IModelRegistry registry, TimeProvider clock)
{
    private readonly Lock _changing = new();
    private volatile IReadOnlyList<Activation> _log = [];
    private volatile OwnVersions _own = OwnVersions.Unread;

    /// <summary>The number of reads that have begun.</summary>
    private long _reads;

    // A version never changes, so its manifest is valid until the version is removed.
    private readonly ConcurrentDictionary<ModelKey, ModelManifest> _manifests = new();

    /// <summary>The activations of all algorithms, oldest first, as of the last read, which a running game repeats all the time.</summary>
    public IReadOnlyList<Activation> Activations => [.. _log.Where(entry => entry.Shadow is null)];

    /// <summary>Reads the versions of every algorithm, by its id.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, AlgorithmVersions>> ReadAsync(CancellationToken cancellation) =>
        (await ReadWithLogAsync(cancellation)).Algorithms;

    /// <summary>
    /// Reads what is in service and on shadow, for those who look again and again: the log, and where it says something new the list of
    /// the versions, too. A version that another process has deleted may stay in the answer for a while.
    /// </summary>
    /// <param name="maxAge">The greatest age of the list of the versions.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<IReadOnlyDictionary<string, AlgorithmVersions>> FollowAsync(TimeSpan maxAge, CancellationToken cancellation)
    {
        var log = await ReadLogAsync(cancellation);
        return _own is var own && own.Entries == log.Count && clock.GetElapsedTime(own.ReadAt) < maxAge
            ? Arrange(own.Keys, log)
            : await ReadAsync(cancellation);
    }

    /// <summary>Reads only what ships, for when the registry cannot be read.</summary>
    public IReadOnlyDictionary<string, AlgorithmVersions> ReadShipped() => Arrange([], []);

    /// <summary>Reads the versions of one algorithm; there are none where there is no such algorithm.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<AlgorithmVersions> FindAsync(string algorithm, CancellationToken cancellation) =>
        (await ReadAsync(cancellation)).GetValueOrDefault(algorithm) ?? new AlgorithmVersions(algorithm, [], [], []);

    /// <exception cref="InvalidModelException">The manifest is missing, malformed or another version's.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<ModelManifest> ReadManifestAsync(ModelKey key, CancellationToken cancellation)
    {
        if (_manifests.TryGetValue(key, out var known))
            return known;
        var manifest = ModelManifest.Parse(await ReadFileAsync(key, ModelManifest.FileName, cancellation));
        if (manifest.Algorithm != key.Algorithm || manifest.Version != key.Version)
        {
            throw new InvalidModelException(
                $"The manifest is of {manifest.Algorithm} version {manifest.Version}, but lies in {key.Algorithm}/{key.Version}.");
        }

        return _manifests.GetOrAdd(key, manifest);
    }

    /// <summary>Reads the manifest of the newest version that ships, on which no training of this game has had an influence.</summary>
    /// <exception cref="InvalidModelException">No version ships, or its manifest is malformed.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<ModelManifest> ReadShippedAsync(string algorithm, CancellationToken cancellation)
    {
        var versions = await FindAsync(algorithm, cancellation);
        var newest = versions.Versions.FirstOrDefault(versions.IsShipped)
            ?? throw new InvalidModelException($"No version of {algorithm} ships with the game.");
        return await ReadManifestAsync(newest, cancellation);
    }

    /// <summary>
    /// Reads the newest version that ships with further files of it: where trainings begin. It is read where it ships, because this
    /// game may have published another version under the same number before this one came.
    /// </summary>
    /// <param name="algorithm">The algorithm's id.</param>
    /// <param name="extras">The names of the further files.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidModelException">No version ships, or it is damaged or lacks a file.</exception>
    /// <exception cref="ModelRegistryException">A file cannot be read.</exception>
    public async Task<ModelPackage> ReadStartAsync(string algorithm, IReadOnlyList<string> extras, CancellationToken cancellation)
    {
        var newest = shipped.List().Where(key => key.Algorithm == algorithm).MaxBy(key => key.Number)
            ?? throw new InvalidModelException($"No version of {algorithm} ships with the game.");
        var manifest = ModelManifest.Parse(await shipped.ReadAsync(newest, ModelManifest.FileName, cancellation));
        var model = Check(manifest, await shipped.ReadAsync(newest, ModelPackage.ModelFile, cancellation));
        var files = new Dictionary<string, byte[]>();
        foreach (var extra in extras)
            files[extra] = await shipped.ReadAsync(newest, extra, cancellation);
        return new ModelPackage(manifest, model, files);
    }

    /// <summary>Reads the model file and checks it against the manifest's digest.</summary>
    /// <exception cref="InvalidModelException">The file is missing or is not the one that was published.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<byte[]> ReadModelAsync(ModelManifest manifest, CancellationToken cancellation) =>
        Check(manifest, await ReadFileAsync(new ModelKey(manifest.Algorithm, manifest.Version), ModelPackage.ModelFile, cancellation));

    /// <summary>Reads a file of a version: the model, the manifest or one that was published with them.</summary>
    /// <exception cref="InvalidModelException">The version has no such file.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<byte[]> ReadFileAsync(ModelKey key, string file, CancellationToken cancellation) =>
        IsOwn(key) ? await registry.ReadAsync(key, file, cancellation) : await shipped.ReadAsync(key, file, cancellation);

    /// <summary>The size of the model file in bytes; null where it is missing.</summary>
    public async Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) =>
        IsOwn(key) ? await registry.SizeAsync(key, cancellation) : shipped.Size(key);

    /// <summary>Whether a version is one of those that ship, and not one of this game's own.</summary>
    public bool Ships(ModelKey key) => !IsOwn(key);

    private static byte[] Check(ModelManifest manifest, byte[] model)
    {
        var digest = ModelPackage.Digest(model);
        return digest.Equals(manifest.Sha256, StringComparison.OrdinalIgnoreCase)
            ? model
            : throw new InvalidModelException($"model.onnx is damaged: its SHA-256 is {digest}, the manifest says {manifest.Sha256}.");
    }

    /// <summary>
    /// Whether a version is read from the registry. One that ships is not, so that it can be loaded while the registry is down.
    /// </summary>
    private bool IsOwn(ModelKey key) => _own.Keys.Contains(key) || !shipped.Has(key);

    private async Task<(Dictionary<string, AlgorithmVersions> Algorithms, IReadOnlyList<Activation> Log)> ReadWithLogAsync(
        CancellationToken cancellation)
    {
        var read = Interlocked.Increment(ref _reads);
        // A version is published before it is activated, so a list that is read after the log has every version that the log names.
        var log = await ReadLogAsync(cancellation);
        var readAt = clock.GetTimestamp();
        var own = await registry.ListAsync(cancellation);
        Keep(new OwnVersions(own, read, log.Count, readAt));
        var algorithms = Arrange(own, log);
        foreach (var key in _manifests.Keys.Where(key => algorithms.GetValueOrDefault(key.Algorithm)?.Contains(key) != true))
            _manifests.TryRemove(key, out _);
        return (algorithms, log);
    }

    /// <summary>Keeps the list of a read, unless that of a later read is kept already.</summary>
    private void Keep(OwnVersions own)
    {
        lock (_changing)
        {
            if (own.Read > _own.Read)
                _own = own;
        }
    }

    /// <summary>Has the list read again, because it names a version that is gone.</summary>
    private void RequireList()
    {
        lock (_changing)
            // A read that began before now may have seen it still.
            _own = _own with { Entries = OwnVersions.Unread.Entries, Read = Interlocked.Increment(ref _reads) };
    }

    /// <summary>Reads the rest of the log, which only grows.</summary>
    private async Task<IReadOnlyList<Activation>> ReadLogAsync(CancellationToken cancellation)
    {
        var known = _log;
        return Extend(known, await registry.ReadLogAsync(known.Count, cancellation));
    }

    private IReadOnlyList<Activation> Extend(IReadOnlyList<Activation> known, IReadOnlyList<Activation> more)
    {
        lock (_changing)
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

    /// <param name="Keys">The versions in the registry.</param>
    /// <param name="Read">The number of the read that found them.</param>
    /// <param name="Entries">How many entries the log had before.</param>
    /// <param name="ReadAt">A timestamp of the clock.</param>
    private sealed record OwnVersions(IReadOnlyList<ModelKey> Keys, long Read, int Entries, long ReadAt)
    {
        public static readonly OwnVersions Unread = new([], 0, -1, 0);
    }
}
