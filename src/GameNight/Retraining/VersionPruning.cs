using GameNight.Http;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Trial;

namespace GameNight.Retraining;

/// <summary>
/// Deletes versions that were learned here and refused, all but the newest <see cref="Kept"/> of each algorithm. What ships, is or was in
/// service, is on shadow or on trial, or was imported stays.
/// </summary>
public sealed partial class VersionPruning(ModelLibrary library, Trials trials, ILogger<VersionPruning> log)
{
    /// <summary>
    /// How many refused versions of an algorithm are kept, so that the host can still look at them or put one into service.
    /// </summary>
    public const int Kept = 5;

    /// <summary>Deletes what need not be kept of an algorithm. Where a version cannot be deleted now, the next time tries again.</summary>
    /// <returns>What was deleted.</returns>
    public async Task<IReadOnlyList<ModelKey>> RunAsync(string algorithm, CancellationToken cancellation)
    {
        var deleted = new List<ModelKey>();
        try
        {
            // What is on trial first: a version that goes on trial meanwhile is among the newest.
            var tried = (await trials.ListAsync(cancellation)).Where(trial => trial.Algorithm == algorithm).Select(trial => trial.Version);
            var versions = await library.FindAsync(algorithm, cancellation);
            HashSet<string?> needed =
            [
                versions.Active, versions.OnShadow?.Version, .. tried,
                .. versions.Activations.SelectMany(entry => (string?[])[entry.From, entry.To]),
            ];
            var refused = 0;
            foreach (var key in versions.Versions.Where(key => !versions.IsShipped(key) && !needed.Contains(key.Version)))
            {
                if (!await IsLearnedAsync(key, cancellation) || ++refused <= Kept)
                    continue;
                await library.DeleteAsync(key, cancellation);
                deleted.Add(key);
                LogDeleted(key);
            }
        }
        catch (ProblemException e)
        {
            // The run that has ended is not undone by this.
            LogFailed(algorithm, e);
        }

        return deleted;
    }

    /// <summary>Whether a version was learned here: only those have a report.</summary>
    private async Task<bool> IsLearnedAsync(ModelKey key, CancellationToken cancellation)
    {
        try
        {
            await library.ReadFileAsync(key, TrainingReport.FileName, cancellation);
            return true;
        }
        catch (InvalidModelException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Version} was refused and is old: deleted")]
    private partial void LogDeleted(ModelKey version);

    [LoggerMessage(LogLevel.Warning, "Old versions of {Algorithm} could not be deleted; the next training tries again")]
    private partial void LogFailed(string algorithm, Exception exception);
}
