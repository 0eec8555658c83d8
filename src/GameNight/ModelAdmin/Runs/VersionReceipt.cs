using GameNight.ModelAdmin.Versions;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Storage;

namespace GameNight.ModelAdmin.Runs;

/// <summary>What a version learned, what it was judged by, and what came of it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Report">The report that lies beside its model.</param>
/// <param name="Run">The run that made it; null where nobody knows any more how that ended.</param>
public sealed record VersionReceipt(ModelKey Version, TrainingReport Report, TrainingRun? Run)
{
    /// <exception cref="InvalidModelException">The version has no report, or it cannot be read.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    /// <exception cref="StoreException">The runs cannot be read.</exception>
    public static async Task<VersionReceipt> ReadAsync(
        ModelLibrary library, TrainingRuns runs, VersionView version, CancellationToken cancellation)
    {
        var report = TrainingReport.Parse(await library.ReadFileAsync(version.Key, TrainingReport.FileName, cancellation));
        var stored = await runs.FindAsync(report.Run, cancellation);
        // A run may have been executed again after its process was gone, and have made another version.
        var isItsOwn = stored is { HasEnded: true } && stored.Version == version.Key.Version;
        return new(version.Key, report, isItsOwn ? stored! with { Report = report } : version.RunOf(report));
    }
}
