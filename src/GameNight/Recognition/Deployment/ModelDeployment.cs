using GameNight.Http;
using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition.Deployment;

/// <summary>
/// Puts the versions into service and on shadow that the model library names: in this process before a call returns, in others within
/// their polling interval. A version is loaded before it replaces another, so that one that cannot guess replaces nothing.
/// </summary>
public sealed partial class ModelDeployment(Contestants contestants, ModelLibrary library, ILogger<ModelDeployment> log) : IDisposable
{
    private readonly SemaphoreSlim _changing = new(1);
    private readonly RegistryReader _registry = new(library, log);

    /// <summary>Why the registry could not be read when it was last asked; null while it can.</summary>
    public string? RegistryError => _registry.Error;

    /// <summary>
    /// Follows the registry: loads what should be in service or on shadow and is not, and removes what should not be. A registry that
    /// cannot be read changes nothing; where no algorithm is there yet, the versions that ship go into service.
    /// </summary>
    public Task RefreshAsync(CancellationToken cancellation) => RefreshAsync(TimeSpan.Zero, cancellation);

    /// <param name="listAge">
    /// How old the list of the versions may be while the log says nothing new: a bucket charges ten times as much for it as for the log.
    /// </param>
    /// <param name="cancellation">Ends it before it has followed everything.</param>
    /// <inheritdoc cref="RefreshAsync(CancellationToken)"/>
    public Task RefreshAsync(TimeSpan listAge, CancellationToken cancellation) => ChangeAsync(async () =>
    {
        if (await _registry.ReadAsync(listAge, orShipped: contestants.All.Count == 0, cancellation) is not { } algorithms)
            return false;
        var active = algorithms.Values.Where(entry => entry.Active is not null)
            .ToDictionary(entry => entry.Algorithm, entry => entry.Active!);
        var shadows = algorithms.Values.Where(entry => entry.OnShadow is not null)
            .ToDictionary(entry => entry.Algorithm, entry => entry.OnShadow!.Version);
        var changed = false;
        foreach (var (algorithm, version) in active)
            changed |= await FollowAsync(contestants.InService, new ModelKey(algorithm, version), cancellation);
        changed |= contestants.InService.Remove(contestant => !active.ContainsKey(contestant.Id));
        changed |= contestants.Shadows.Versions.Remove(shadow => shadows.GetValueOrDefault(shadow.Id) != shadow.TargetVersion);
        foreach (var (algorithm, version) in shadows)
            changed |= await FollowAsync(contestants.Shadows.Versions, new ModelKey(algorithm, version), cancellation);
        return changed;
    }, cancellation);

    /// <summary>Puts a version into service, newer or older than the one before. It is no longer on shadow then.</summary>
    /// <param name="key">The version.</param>
    /// <param name="by">Who decided it, for the activation log.</param>
    /// <param name="why">The reason, for the activation log; may be empty.</param>
    /// <param name="cancellation">Ends it before the activation is recorded.</param>
    /// <exception cref="InvalidModelException">The version cannot guess.</exception>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<Activation> ActivateAsync(ModelKey key, string by, string why, CancellationToken cancellation)
    {
        Activation? activation = null;
        await ChangeAsync(async () =>
        {
            await RequireAsync(key, cancellation);
            await ServeAsync(
                contestants.InService, key, async () => activation = await library.ActivateAsync(key, by, why, cancellation), cancellation);
            RemoveShadow(key);
            return true;
        }, cancellation);
        return activation!;
    }

    /// <summary>Deletes a version for good. It is no longer on shadow then.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="VersionInUseException">It is in service, or ships with the game.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public Task DeleteAsync(ModelKey key, CancellationToken cancellation) => ChangeAsync(async () =>
    {
        await library.DeleteAsync(key, cancellation);
        RemoveShadow(key);
        return true;
    }, cancellation);

    /// <summary>Puts a version on shadow, in the place of any other of its algorithm.</summary>
    /// <exception cref="ShadowRefusedException">It cannot be on shadow.</exception>
    /// <inheritdoc cref="ActivateAsync" path="/exception"/>
    public Task PutOnShadowAsync(ModelKey key, string by, CancellationToken cancellation) => ChangeAsync(async () =>
    {
        await RequireAsync(key, cancellation);
        if (!ShadowContestants.Supports(await library.ReadManifestAsync(key, cancellation)))
        {
            throw new ShadowRefusedException(
                $"{key} cannot be on shadow: only a version that looks at nothing but the drawing, for everybody alike, can.");
        }

        await ServeAsync(contestants.Shadows.Versions, key, () => library.PutOnShadowAsync(key, by, cancellation), cancellation);
        return true;
    }, cancellation);

    /// <summary>Takes a version off shadow. One that is not on shadow stays as it is.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public Task TakeOffShadowAsync(ModelKey key, string by, CancellationToken cancellation) => ChangeAsync(async () =>
    {
        await library.TakeOffShadowAsync(key, by, cancellation);
        RemoveShadow(key);
        return true;
    }, cancellation);

    /// <summary>
    /// Replaces the model of a version in service by what it has become since it was loaded: the version stays the same. Nothing happens
    /// where another version is in service meanwhile.
    /// </summary>
    /// <param name="manifest">The version's manifest, perhaps with another description.</param>
    /// <param name="model">The bytes of an .onnx file.</param>
    /// <param name="cancellation">Keeps the change from starting.</param>
    /// <exception cref="InvalidModelException">The model cannot guess.</exception>
    public Task RefineAsync(ModelManifest manifest, byte[] model, CancellationToken cancellation) => ChangeAsync(() =>
    {
        var contestant = contestants.Find(manifest.Algorithm);
        var serves = contestant?.ActiveVersion == manifest.Version;
        if (serves)
            contestant!.Serve(OnnxClassifier.Load(manifest, model));
        return Task.FromResult(serves);
    }, cancellation);

    public void Dispose() => _changing.Dispose();

    /// <summary>Runs one change at a time, and raises <see cref="Contestants.Changed"/> after one that changed something.</summary>
    /// <param name="change">Returns whether anything changed.</param>
    /// <param name="cancellation">Keeps the change from starting.</param>
    private async Task ChangeAsync(Func<Task<bool>> change, CancellationToken cancellation)
    {
        bool changed;
        await _changing.WaitAsync(cancellation);
        try
        {
            changed = await change();
        }
        finally
        {
            _changing.Release();
        }

        if (changed)
            contestants.NotifyChanged();
    }

    private async Task RequireAsync(ModelKey key, CancellationToken cancellation)
    {
        if (!(await library.FindAsync(key.Algorithm, cancellation)).Versions.Contains(key))
            throw new UnknownVersionException(key.ToString());
    }

    /// <summary>Loads a version, records in the library that it guesses from now on, and only then lets it guess here.</summary>
    private async Task ServeAsync(ContestantSet set, ModelKey key, Func<Task> record, CancellationToken cancellation)
    {
        var classifier = await OnnxClassifier.LoadAsync(library, key, cancellation);
        try
        {
            await record();
        }
        catch
        {
            classifier.Dispose();
            throw;
        }

        Serve(set, key, classifier);
    }

    /// <summary>Loads a version that the library names already.</summary>
    /// <returns>
    /// Whether anything changed: a version that cannot guess is marked as unavailable; one that cannot be read is tried again with the
    /// next refresh.
    /// </returns>
    private async Task<bool> FollowAsync(ContestantSet set, ModelKey key, CancellationToken cancellation)
    {
        if (set.Find(key.Algorithm)?.TargetVersion == key.Version)
            return false;
        ModelManifest? manifest = null;
        try
        {
            manifest = await library.ReadManifestAsync(key, cancellation);
            Serve(set, key, await OnnxClassifier.LoadAsync(library, key, cancellation));
        }
        catch (ProblemException e) when (e is InvalidModelException or ModelRuntimeMissingException)
        {
            // Everybody reads the reason; what names places on this machine is in the log alone.
            set.GetOrAdd(key.Algorithm).Refuse(key.Version, manifest, e.Detail);
            LogRefused(key.Algorithm, key.Version, Place(set), e.Message);
        }
        catch (ModelRegistryException e)
        {
            LogUnreadable(key.Algorithm, key.Version, e);
            return false;
        }

        return true;
    }

    private void Serve(ContestantSet set, ModelKey key, OnnxClassifier classifier)
    {
        set.GetOrAdd(key.Algorithm).Serve(classifier);
        LogServes(key.Algorithm, key.Version, Place(set));
    }

    private void RemoveShadow(ModelKey key) =>
        contestants.Shadows.Versions.Remove(shadow => shadow.Id == key.Algorithm && shadow.TargetVersion == key.Version);

    private string Place(ContestantSet set) => set == contestants.InService ? "in service" : "on shadow";

    [LoggerMessage(LogLevel.Information, "{Algorithm} version {Version} is {Place}")]
    private partial void LogServes(string algorithm, string version, string place);

    [LoggerMessage(LogLevel.Warning, "{Algorithm} version {Version} should be {Place}, but cannot guess: {Reason}")]
    private partial void LogRefused(string algorithm, string version, string place, string reason);

    [LoggerMessage(LogLevel.Error, "{Algorithm} version {Version} cannot be read; the next refresh tries again")]
    private partial void LogUnreadable(string algorithm, string version, Exception exception);
}
