using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining;
using GameNight.Retraining.Queue;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;
using GameNight.Storage;

namespace GameNight.Scoreboard.Advice;

/// <summary>Looks up what speaks for and against a retrain; however many ask, at most every two seconds.</summary>
public sealed class RetrainAdvisor(
    TrainingTriggers triggers, TrainingRuns runs, RetrainingPipeline retrainer, Contestants contestants, IObservationStore store, TrainingOptions options, ScoreboardProjection projection, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private RetrainFacts? _facts;
    private long _readAt;
    private (long Revision, IReadOnlyList<ScoredVersion> Versions, IReadOnlyList<Drift> Drifts) _drifts = (-1, [], []);

    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public async Task<RetrainFacts> ReadAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_facts is not null && clock.GetElapsedTime(_readAt) < Fresh)
                return _facts;
            var before = await runs.ListAsync(cancellation);
            _facts = new RetrainFacts(
                await store.CountLabelledAsync(cancellation), await triggers.CountNewLabelsAsync(before, cancellation), before,
                await Task.Run(() => CountDrifts(cancellation), cancellation), retrainer.Available.Count > 0, options);
            _readAt = clock.GetTimestamp();
            return _facts;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Of nobody while not all is counted: then the last drawings are not the last ones.</summary>
    private IReadOnlyList<Drift> CountDrifts(CancellationToken cancellation)
    {
        if (!projection.IsComplete)
            return [];
        var revision = projection.Revision;
        List<ScoredVersion> versions =
        [
            .. from algorithm in retrainer.Algorithms
               let version = contestants.Find(algorithm)?.ActiveVersion
               where version is not null
               select new ScoredVersion(algorithm, version, IsShadow: false),
        ];
        if (_drifts.Revision != revision || !_drifts.Versions.SequenceEqual(versions))
            _drifts = (revision, versions, DriftTally.Count(projection.Table, versions, cancellation));
        return _drifts.Drifts;
    }
}
