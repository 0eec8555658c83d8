using GameNight.Play.Personal;
using GameNight.Retraining;
using GameNight.Storage;

namespace GameNight.Play.Rounds;

/// <summary>
/// Describes what is learned from a mark: how much the personal layer knows, and how many marks are missing until the next training.
/// </summary>
public sealed partial class TrainingCountdown(TrainingTriggers triggers, PersonalizationService personal, ILogger<TrainingCountdown> log)
{
    /// <param name="algorithm">The algorithm whose guess was marked.</param>
    /// <param name="player">The id of the player who marked it.</param>
    /// <param name="cancellation">Cancels the count.</param>
    /// <returns>A sentence for the player; null where there is nothing to say, or the store cannot be read.</returns>
    public async Task<string?> DescribeAsync(string algorithm, string player, CancellationToken cancellation)
    {
        try
        {
            var missing = await triggers.CountMissingLabelsAsync(cancellation);
            return FeedbackText.ForLearning(algorithm, personal.ProgressOf(player), missing);
        }
        catch (StoreException e)
        {
            // The mark itself is stored: the page does without the sentence.
            LogUncounted(e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The labels cannot be counted; a player is not told when the next training begins")]
    private partial void LogUncounted(Exception exception);
}
