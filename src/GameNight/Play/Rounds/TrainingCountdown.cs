using GameNight.Play.Personal;
using GameNight.Retraining;
using GameNight.Storage;
using GameNight.Training.Network;

namespace GameNight.Play.Rounds;

/// <summary>
/// Describes what is learned from a mark: how far the player's own contestant has come, and how many marks are missing until the next
/// training.
/// </summary>
public sealed partial class TrainingCountdown(
    TrainingTriggers triggers, PersonalizationService personal, TimeProvider clock, ILogger<TrainingCountdown> log)
{
    /// <summary>How long the description waits for the mark to be learned, which takes some ten milliseconds.</summary>
    private static readonly TimeSpan LearningTime = TimeSpan.FromSeconds(1);

    /// <param name="algorithm">The algorithm whose guess was marked.</param>
    /// <param name="player">The id of the player who marked it.</param>
    /// <param name="cancellation">Cancels the count.</param>
    /// <returns>A sentence for the player; null where there is nothing to say, or the store cannot be read.</returns>
    public async Task<string?> DescribeAsync(string algorithm, string player, CancellationToken cancellation)
    {
        try
        {
            if (algorithm == PersonalNetwork.Algorithm)
            {
                await personal.SettleAsync().WaitAsync(LearningTime, clock, cancellation)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }

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
