using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Queries;

/// <summary>Every version that learned from marks, and the one that each of them began with.</summary>
public sealed class LearnedVersions(ModelLibrary library)
{
    private volatile IReadOnlyList<LearnedVersion>? _known;

    /// <summary>As they were last read; null before the first time.</summary>
    public IReadOnlyList<LearnedVersion>? Known => _known;

    /// <summary>By algorithm, fewest marks first. A version without a receipt was made elsewhere and is left out.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    public async Task<IReadOnlyList<LearnedVersion>> ReadAsync(CancellationToken cancellation)
    {
        var shelves = await library.ReadAsync(cancellation);
        var algorithms = await Task.WhenAll(shelves.Values.OrderBy(shelf => shelf.Algorithm, StringComparer.Ordinal).Select(shelf => ReadAsync(shelf, cancellation)));
        return _known = [.. algorithms.SelectMany(versions => versions)];
    }

    private async Task<IReadOnlyList<LearnedVersion>> ReadAsync(AlgorithmVersions shelf, CancellationToken cancellation)
    {
        var read = await Task.WhenAll(shelf.Versions.Where(key => !shelf.IsShipped(key)).Select(async key => (Key: key, Judged: Judged(await FindAsync(key, cancellation)))));
        var learned = read.Where(version => version.Judged is not null).Select(version => (version.Key, Judged: version.Judged!.Value)).ToList();
        if (learned is not [{ Judged: { Receipt: { } newest, HeldOut: { } latest } }, ..])
            return [];
        return
        [
            new LearnedVersion(shelf.Algorithm, newest.First, 0, latest.First),
            .. learned.Select(version => new LearnedVersion(shelf.Algorithm, version.Key.Version, version.Judged.Receipt.Rows.LearnedFrom, version.Judged.HeldOut.Candidate))
                .Reverse().OrderBy(version => version.Marks),
        ];
    }

    private static (TrainingReport Receipt, ModelComparison HeldOut)? Judged(TrainingReport? receipt) =>
        receipt?.Comparisons.FirstOrDefault(comparison => comparison.Set == EvaluationSet.HeldOutName) is { Candidate.N: > 0 } heldOut ? (receipt, heldOut) : null;

    private async Task<TrainingReport?> FindAsync(ModelKey key, CancellationToken cancellation)
    {
        try
        {
            return TrainingReport.Parse(await library.ReadFileAsync(key, TrainingReport.FileName, cancellation));
        }
        catch (InvalidModelException)
        {
            // It was imported, or follows another as "Your own" does, and says nothing about marks.
            return null;
        }
    }
}
