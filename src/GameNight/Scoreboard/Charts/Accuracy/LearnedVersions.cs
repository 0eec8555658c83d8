using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>Finds the versions that were trained on labelled drawings, and with them the version that came with the game.</summary>
public sealed class LearnedVersions(ModelLibrary library)
{
    private readonly Lock _keeping = new();
    private volatile IReadOnlyList<LearnedVersion>? _latest;
    private long _begun;
    private long _kept;

    /// <summary>
    /// What <see cref="ReadAsync(CancellationToken)"/> found: of the calls that have ended, the one that began last. Null before the first.
    /// </summary>
    public IReadOnlyList<LearnedVersion>? Latest => _latest;

    /// <summary>
    /// The versions by algorithm, those trained on the fewest drawings first. A version without a training report was made elsewhere and is
    /// left out.
    /// </summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<IReadOnlyList<LearnedVersion>> ReadAsync(CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref _begun);
        var algorithms = (await library.ReadAsync(cancellation)).Values.OrderBy(versions => versions.Algorithm, StringComparer.Ordinal);
        var learned = await Task.WhenAll(algorithms.Select(versions => ReadAsync(versions, cancellation)));
        LearnedVersion[] found = [.. learned.SelectMany(versions => versions)];
        Keep(found, number);
        return found;
    }

    /// <summary>Keeps what a read found, unless one that began later has ended first: this one may not know the newest version.</summary>
    private void Keep(IReadOnlyList<LearnedVersion> found, long number)
    {
        lock (_keeping)
        {
            if (number > _kept)
                (_latest, _kept) = (found, number);
        }
    }

    private async Task<IReadOnlyList<LearnedVersion>> ReadAsync(AlgorithmVersions versions, CancellationToken cancellation)
    {
        var trained = versions.Versions.Where(key => !versions.IsShipped(key));
        var found = await Task.WhenAll(trained.Select(key => FindEvaluationAsync(key, cancellation)));
        Evaluation[] evaluations = [.. found.OfType<Evaluation>()];
        if (evaluations is not [var newest, ..])
            return [];
        return
        [
            new LearnedVersion(versions.Algorithm, newest.Report.First, 0, newest.HeldOut.First),
            .. evaluations
                .Select(evaluation => evaluation.ToLearnedVersion(versions.Algorithm))
                .Reverse()
                .OrderBy(version => version.LearnedFrom),
        ];
    }

    /// <summary>How a version did on the held-out drawings; null without a report, or without such drawings.</summary>
    private async Task<Evaluation?> FindEvaluationAsync(ModelKey key, CancellationToken cancellation)
    {
        var report = await FindReportAsync(key, cancellation);
        var heldOut = report?.Comparisons.FirstOrDefault(comparison => comparison.Set == EvaluationSet.HeldOutName);
        return heldOut is { Candidate.N: > 0 } ? new Evaluation(key, report!, heldOut) : null;
    }

    private async Task<TrainingReport?> FindReportAsync(ModelKey key, CancellationToken cancellation)
    {
        try
        {
            return TrainingReport.Parse(await library.ReadFileAsync(key, TrainingReport.FileName, cancellation));
        }
        catch (InvalidModelException)
        {
            // An imported version has no report, and neither has one that follows another version, as "Your own" does.
            return null;
        }
    }

    private sealed record Evaluation(ModelKey Key, TrainingReport Report, ModelComparison HeldOut)
    {
        public LearnedVersion ToLearnedVersion(string algorithm) => new(algorithm, Key.Version, Report.Rows.LearnedFrom, HeldOut.Candidate);
    }
}
