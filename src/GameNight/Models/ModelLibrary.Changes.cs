using System.Globalization;

namespace GameNight.Models;

public sealed partial class ModelLibrary
{
    /// <summary>Publishes a version under its algorithm's next number. That does not put it into service.</summary>
    /// <returns>The manifest with number, time and digest.</returns>
    /// <exception cref="InvalidModelException">The algorithm's id is malformed.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<ModelManifest> PublishAsync(ModelPackage package, CancellationToken cancellation)
    {
        while (true)
        {
            var versions = await FindAsync(package.Manifest.Algorithm, cancellation);
            var manifest = package.As(versions.NextNumber.ToString(CultureInfo.InvariantCulture), clock.GetUtcNow());
            var key = new ModelKey(manifest.Algorithm, manifest.Version);
            if (await registry.TryPublishAsync(key, package.Files(manifest), cancellation))
                return manifest;
        }
    }

    /// <summary>Puts a version into service: promotes it or rolls back to it. Once more changes nothing.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<Activation> ActivateAsync(ModelKey key, string by, string why, CancellationToken cancellation) =>
        (await TryActivateAsync(key, _ => true, by, why, cancellation))!;

    /// <summary>Puts a version into service, but only in the place of the one that it was compared with (null for none).</summary>
    /// <returns>Null where another version is in service by now; nothing was changed.</returns>
    /// <inheritdoc cref="ActivateAsync"/>
    public Task<Activation?> TryActivateAsync(ModelKey key, string? inPlaceOf, string by, string why, CancellationToken cancellation) =>
        TryActivateAsync(key, active => active == inPlaceOf, by, why, cancellation);

    /// <summary>Puts a version on shadow, in the place of any other of its algorithm. Once more changes nothing.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ShadowRefusedException">
    /// The version is in service, none is that it could be compared with, or <see cref="ShadowVersion.MaxCount"/> are on shadow.
    /// </exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public Task PutOnShadowAsync(ModelKey key, string by, CancellationToken cancellation) => AppendAsync(key, by, "", (versions, all) =>
    {
        if (versions.OnShadow?.Version == key.Version)
            return null;
        if (versions.Active is not { } active)
        {
            throw new ShadowRefusedException(
                $"No version of {key.Algorithm} is in service, so there is nothing to compare {key} with. Activate it instead.");
        }

        if (active == key.Version)
            throw new ShadowRefusedException($"{key} is in service: everybody sees its guesses already.");
        if (all.Count(other => other != versions && other.OnShadow is not null) >= ShadowVersion.MaxCount)
        {
            throw new ShadowRefusedException(
                $"{ShadowVersion.MaxCount} versions are on shadow already, which is the most, so that guesses stay quick. "
                + "Take one off first.");
        }

        return (active, new ShadowChange(key.Version));
    }, cancellation);

    /// <summary>Takes a version off shadow. Nothing happens where it is not on it.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public Task TakeOffShadowAsync(ModelKey key, string by, CancellationToken cancellation) => AppendAsync(key, by, "", (versions, _) =>
        versions.OnShadow?.Version == key.Version ? (versions.Active!, new ShadowChange(Version: null)) : null, cancellation);

    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="VersionInUseException">The version is in service, or it ships with the game.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task DeleteAsync(ModelKey key, CancellationToken cancellation)
    {
        var versions = await FindAsync(key.Algorithm, cancellation);
        if (!versions.Contains(key))
            throw new UnknownVersionException(key.ToString());
        if (versions.Active == key.Version)
            throw new VersionInUseException($"{key} is in service. Activate another version first.");
        if (versions.IsShipped(key))
            throw new VersionInUseException($"{key} ships with the game and stays.");
        try
        {
            await registry.DeleteAsync(key, cancellation);
        }
        finally
        {
            RequireList();
        }
    }

    private async Task<Activation?> TryActivateAsync(
        ModelKey key, Func<string?, bool> isExpected, string by, string why, CancellationToken cancellation)
    {
        Activation? existing = null;
        return await AppendAsync(key, by, why, (versions, _) =>
        {
            var isActivated = versions.Activations is [.., { } last] && last.To == key.Version;
            existing = isActivated && isExpected(versions.Active) ? versions.Activations[^1] : null;
            return isActivated || !isExpected(versions.Active) ? null : (key.Version, null);
        }, cancellation) ?? existing;
    }

    /// <summary>Appends an entry to the log; the decision is made again where another process has appended one meanwhile.</summary>
    /// <param name="key">A version, which must exist.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="why">The reason; may be empty.</param>
    /// <param name="decide">
    /// Gets the versions of the key's algorithm and of all algorithms. Returns the version that is in service from then on and how
    /// the shadow changes; null to append nothing.
    /// </param>
    /// <param name="cancellation">Keeps the entry from being appended.</param>
    /// <returns>The entry; null where nothing was appended.</returns>
    private async Task<Activation?> AppendAsync(
        ModelKey key,
        string by,
        string why,
        Func<AlgorithmVersions, IEnumerable<AlgorithmVersions>, (string To, ShadowChange? Shadow)?> decide,
        CancellationToken cancellation)
    {
        while (true)
        {
            var (algorithms, log) = await ReadWithLogAsync(cancellation);
            if (algorithms.GetValueOrDefault(key.Algorithm) is not { } versions || !versions.Contains(key))
                throw new UnknownVersionException(key.ToString());
            if (decide(versions, algorithms.Values) is not var (to, shadow))
                return null;
            var now = clock.GetUtcNow();
            // Clocks of several machines differ; the times of the log never decrease.
            var at = log is [.., { } before] && before.At > now ? before.At : now;
            var entry = new Activation(log.Count + 1, key.Algorithm, versions.Active, to, at, by, why) { Shadow = shadow };
            if (await registry.TryAppendAsync(entry, cancellation))
            {
                Extend(log, [entry]);
                return entry;
            }
        }
    }
}
