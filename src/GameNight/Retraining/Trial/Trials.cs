using GameNight.Models;
using GameNight.Retraining.Queue;
using GameNight.Storage;

namespace GameNight.Retraining.Trial;

/// <summary>
/// The trials that go on, the same for every process that shares the store and the registry: what is tried is on shadow, and how it
/// does is a document.
/// </summary>
public sealed class Trials(IDocumentStore documents, ModelLibrary library, TrainingRuns runs, TimeProvider clock)
{
    /// <summary>The name that the registry's log gives as the one who put a version on shadow or took it off.</summary>
    public const string By = "trial";

    private const string Collection = "trials";

    /// <summary>By how much more a version must have learned from to take the place of one that is being tried.</summary>
    private const double MinMore = 1.5;

    /// <summary>Every trial that goes on.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<IReadOnlyList<CandidateTrial>> ListAsync(CancellationToken cancellation) =>
        [.. (await documents.ListAsync(Collection, cancellation)).Select(JsonDocuments.Read<CandidateTrial>)];

    /// <summary>Puts a published version on trial.</summary>
    /// <returns>Why not, in words; null where it is on trial now.</returns>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<string?> TryBeginAsync(CandidateTrial trial, CancellationToken cancellation)
    {
        var onShadow = (await library.FindAsync(trial.Algorithm, cancellation)).OnShadow;
        var before = await FindAsync(trial.Algorithm, cancellation);
        if (onShadow is not null && onShadow.By != By)
            return $"the host has version {onShadow.Version} on shadow";
        if (before is not null && onShadow?.Version == before.Version && trial.LearnedFrom < MinMore * before.LearnedFrom)
            return $"version {before.Version} is on trial, and this one has learned from hardly more";
        if (before is not null)
            await RecordAsync(before, RunState.Refused, $"left its trial: version {trial.Version} takes its place.", cancellation);
        await documents.ChangeAsync<CandidateTrial>(Collection, trial.Algorithm, _ => trial, cancellation);
        try
        {
            await library.PutOnShadowAsync(new ModelKey(trial.Algorithm, trial.Version), By, cancellation);
            return null;
        }
        catch (ShadowRefusedException e)
        {
            await documents.DeleteAsync(Collection, trial.Algorithm, cancellation);
            return e.Message.TrimEnd('.');
        }
    }

    /// <summary>Keeps how a trial does. Nothing happens where another one has taken its place.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public Task KeepAsync(CandidateTrial trial, CancellationToken cancellation) => documents.ChangeAsync<CandidateTrial>(
        Collection, trial.Algorithm, stored => stored?.Version == trial.Version ? trial : null, cancellation);

    /// <summary>Ends a trial: the version is off shadow, and its run tells how it ended.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="state">The state of its run from now on.</param>
    /// <param name="words">How it ended; follows "Version 5".</param>
    /// <param name="cancellation">Leaves it as it is.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task EndAsync(CandidateTrial trial, RunState state, string words, CancellationToken cancellation)
    {
        var key = new ModelKey(trial.Algorithm, trial.Version);
        if ((await library.FindAsync(trial.Algorithm, cancellation)).OnShadow is { By: By } shadow && shadow.Version == trial.Version)
            await library.TakeOffShadowAsync(key, By, cancellation);
        await RecordAsync(trial, state, words, cancellation);
        await documents.DeleteAsync(Collection, trial.Algorithm, cancellation);
    }

    private async Task<CandidateTrial?> FindAsync(string algorithm, CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, algorithm, cancellation))?.Read<CandidateTrial>();

    private Task<TrainingRun?> RecordAsync(CandidateTrial trial, RunState state, string words, CancellationToken cancellation) =>
        runs.ChangeAsync(
        trial.Run,
        run => run.State == RunState.OnTrial
            ? run with { State = state, Words = $"Version {trial.Version} {words}", EndedAt = clock.GetUtcNow() }
            : run,
        cancellation);
}
