using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Review;
using GameNight.Storage;
using GameNight.Training.Rookie;

namespace GameNight.Rookie;

/// <summary>
/// Teaches the rookie every label that nobody doubts, soon after it is set. What the rookie knows follows from the observations and the
/// version in service alone, so that it survives a crash and is the same in every process. Safe for concurrent use.
/// </summary>
public sealed class RookieTrainer(
    IObservationStore store, ReviewDecisions decisions, ModelLibrary library, ModelDeployment deployment, Contestants contestants,
    TimeProvider clock) : IDisposable
{
    /// <summary>How often the verdicts of runs and of the host are read.</summary>
    private static readonly TimeSpan VerdictInterval = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly LabelCheck _check = new(library);
    private RookieState? _state;

    /// <summary>Learns what is new since the last time, so that the next guess knows it.</summary>
    /// <exception cref="StoreException">The store cannot be read. What was read is learned.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    /// <exception cref="InvalidModelException">The rookie's model, or the network that checks labels, cannot be used.</exception>
    public Task CatchUpAsync(CancellationToken cancellation) => CatchUpAsync(isNew: true, cancellation);

    /// <param name="isNew">Whether the observations may have changed. Else only verdicts and the version in service are looked at.</param>
    /// <param name="cancellation">Ends it; the next time goes on.</param>
    /// <inheritdoc cref="CatchUpAsync(CancellationToken)"/>
    public async Task CatchUpAsync(bool isNew, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (contestants.Find(RookieNetwork.Algorithm)?.ActiveVersion is not { } version)
                return;
            if (_state?.Version != version)
                await BeginAsync(version, cancellation);
            await Task.Run(() => LearnAsync(_state!, isNew, cancellation), cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose()
    {
        _state?.Dispose();
        _check.Dispose();
    }

    private async Task BeginAsync(string version, CancellationToken cancellation)
    {
        var key = new ModelKey(RookieNetwork.Algorithm, version);
        var manifest = await library.ReadManifestAsync(key, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        var isShipped = (await library.FindAsync(key.Algorithm, cancellation)).IsShipped(key);
        _state?.Dispose();
        _state = new RookieState(manifest, model, isShipped ? DateTimeOffset.MinValue : manifest.Created);
    }

    private async Task LearnAsync(RookieState state, bool isNew, CancellationToken cancellation)
    {
        try
        {
            await ApplyVerdictsAsync(state, cancellation);
            if (!isNew && state.IsCaughtUp)
                return;
            state.IsCaughtUp = false;
            for (var page = await ReadAsync(state, cancellation); page.Next != state.Cursor; page = await ReadAsync(state, cancellation))
            {
                foreach (var observation in page.Items)
                    await ConsiderAsync(state, observation, cancellation);
                state.Cursor = page.Next;
            }

            state.IsCaughtUp = true;
        }
        finally
        {
            // What was learned before a failure counts, too.
            if (state.HasChanged)
                await deployment.RefineAsync(state.Describe(), state.ToModel(), CancellationToken.None);
        }
    }

    private async Task<ObservationPage> ReadAsync(RookieState state, CancellationToken cancellation)
    {
        try
        {
            return await store.ReadChangesAsync(state.Cursor, ObservationPage.MaxLimit, cancellation);
        }
        catch (ArgumentException) when (state.Cursor is not null)
        {
            // The store does not know the cursor: another one has taken its place, of which the rookie knows nothing yet.
            state.Restart();
            return await store.ReadChangesAsync(null, ObservationPage.MaxLimit, cancellation);
        }
    }

    private async Task ApplyVerdictsAsync(RookieState state, CancellationToken cancellation)
    {
        if (state.VerdictsRead is { } read && clock.GetElapsedTime(read) < VerdictInterval)
            return;
        var verdicts = await decisions.ReadVerdictsAsync(cancellation);
        var changed = verdicts.DifferencesFrom(state.Verdicts);
        (state.Verdicts, state.VerdictsRead) = (verdicts, clock.GetTimestamp());
        foreach (var id in changed)
        {
            if (await store.FindAsync(id, cancellation) is { } observation)
                await ConsiderAsync(state, observation, cancellation);
        }
    }

    private async Task ConsiderAsync(RookieState state, Observation observation, CancellationToken cancellation)
    {
        if (await IsLessonAsync(state, observation, cancellation))
            state.Learn(observation);
        else
            state.Forget(observation);
    }

    /// <summary>
    /// Whether the observation has a label for this rookie that nobody doubts. What was made to fool is none: too much of it makes worse at
    /// everything else, and what is learned at once has nothing to be measured against.
    /// </summary>
    private async Task<bool> IsLessonAsync(RookieState state, Observation observation, CancellationToken cancellation)
    {
        if (observation is not { Label: { } label, Excluded: false, IsMadeToFool: false } || label.Time < state.Born)
            return false;
        if (state.Verdicts.Confirms(observation.Id, label.Digit))
            return true;
        return !state.Verdicts.Doubts(observation.Id, label.Digit)
            && (state.Knows(observation) || !await _check.ContradictsAsync(RookieState.ExampleOf(observation), cancellation));
    }
}
