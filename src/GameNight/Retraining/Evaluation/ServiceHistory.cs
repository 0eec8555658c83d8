using GameNight.Models;

namespace GameNight.Retraining.Evaluation;

/// <summary>Finds what the version in service has learned from.</summary>
/// <param name="library">The versions.</param>
/// <param name="versions">Those of one algorithm.</param>
public sealed class ServiceHistory(ModelLibrary library, AlgorithmVersions versions)
{
    /// <summary>What a version has learned from. One that came with the game has learned from no player.</summary>
    /// <exception cref="ModelRegistryException">The registry cannot be read.</exception>
    /// <exception cref="InvalidModelException">A file of the version is damaged.</exception>
    public async Task<LearnedBefore> ReadAsync(ModelKey version, CancellationToken cancellation)
    {
        if (versions.IsShipped(version))
            return LearnedBefore.Nothing;
        // A version that was imported has no report, one of a build that kept no answers has only that.
        var report = await FindAsync(version, TrainingReport.FileName, cancellation);
        int? learnedFrom = report is null ? null : TrainingReport.Parse(report).Rows.LearnedFrom;
        if (await FindAsync(version, OutOfFoldAnswers.FileName, cancellation) is { } answers)
            return new LearnedBefore(learnedFrom, OutOfFoldAnswers.Parse(answers), Made: null);
        var manifest = await library.ReadManifestAsync(version, cancellation);
        return new LearnedBefore(learnedFrom, Answers: null, manifest.Created);
    }

    private async Task<byte[]?> FindAsync(ModelKey version, string file, CancellationToken cancellation)
    {
        try
        {
            return await library.ReadFileAsync(version, file, cancellation);
        }
        catch (InvalidModelException)
        {
            return null;
        }
    }
}
