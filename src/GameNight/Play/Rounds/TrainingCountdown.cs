using GameNight.Play.Personal;
using GameNight.Retraining;
using GameNight.Storage;

namespace GameNight.Play.Rounds;

/// <summary>Tells a player what comes of a mark: what their own contestant knows by now, and when the others learn.</summary>
public sealed partial class TrainingCountdown(TrainingTriggers triggers, PersonalizationService personal, ILogger<TrainingCountdown> log)
{
    /// <returns>Null where there is nothing to tell.</returns>
    public async Task<string?> AnnounceAsync(string algorithm, string player, CancellationToken cancellation)
    {
        try
        {
            return FeedbackText.ForLearning(algorithm, personal.CountMarks(player), await triggers.CountMissingLabelsAsync(cancellation));
        }
        catch (StoreException e)
        {
            // The mark is safe; only the count cannot be had.
            LogUncounted(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The marks cannot be counted")]
    private partial void LogUncounted(Exception exception);
}
