using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Trial;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Advice;

/// <summary>Collects the facts for the advice, at most once in two seconds however many pages are open.</summary>
public sealed class RetrainAdvisor(
    TrainingTriggers triggers,
    TrainingRuns runs,
    Trials trials,
    RetrainingPipeline pipeline,
    Contestants contestants,
    IObservationStore store,
    TrainingOptions options,
    ScoreboardProjection projection,
    TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private RetrainFacts? _facts;
    private long _readAt;
    private (long Revision, IReadOnlyList<ScoredVersion> Versions, IReadOnlyList<Drift> Drifts) _drifts = (-1, [], []);

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<RetrainFacts> ReadAsync(CancellationToken cancellation)
    {
        await _reading.WaitAsync(cancellation);
        try
        {
            if (_facts is not null && clock.GetElapsedTime(_readAt) < MaxAge)
                return _facts;
            var known = await runs.WatchAsync(cancellation);
            _facts = new RetrainFacts(
                await store.CountLabelledAsync(cancellation),
                await triggers.CountNewLabelsAsync(known, cancellation),
                known,
                await trials.ListAsync(cancellation),
                await Task.Run(() => CountDrifts(cancellation), cancellation),
                pipeline.Available.Count > 0,
                options);
            _readAt = clock.GetTimestamp();
            return _facts;
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Dispose() => _reading.Dispose();

    /// <summary>
    /// Counts the drift of each version in service. Empty while the observations are counted from the beginning: the drawings that were
    /// counted last are not the latest then.
    /// </summary>
    private IReadOnlyList<Drift> CountDrifts(CancellationToken cancellation)
    {
        if (!projection.IsComplete)
            return [];
        var revision = projection.Revision;
        List<ScoredVersion> versions =
        [
            .. from algorithm in pipeline.Algorithms
               let version = contestants.Find(algorithm)?.ActiveVersion
               where version is not null
               select new ScoredVersion(algorithm, version, IsShadow: false),
        ];
        if (_drifts.Revision != revision || !_drifts.Versions.SequenceEqual(versions))
            _drifts = (revision, versions, DriftTally.Count(projection.Table, versions, cancellation));
        return _drifts.Drifts;
    }
}
