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
        byte[] report, answers;
        try
        {
            report = await library.ReadFileAsync(version, TrainingReport.FileName, cancellation);
            answers = await library.ReadFileAsync(version, OutOfFoldAnswers.FileName, cancellation);
        }
        catch (InvalidModelException)
        {
            // It was imported, or made by a build that kept no answers: what it has learned from, nobody knows.
            var manifest = await library.ReadManifestAsync(version, cancellation);
            return new LearnedBefore(0, Answers: null, manifest.Created);
        }

        return new LearnedBefore(TrainingReport.Parse(report).Rows.LearnedFrom, OutOfFoldAnswers.Parse(answers), Made: null);
    }
}
