using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Play.Rounds;

/// <summary>Finds the round again whose page was loaded anew between the guess and the player's answer.</summary>
public sealed partial class RoundRecovery(IObservationStore store, ILogger<RoundRecovery> log)
{
    private const string Lost =
        "The game doesn’t have that guess any more: it stopped before the guess was kept, or you’ve had it deleted. "
        + "You can guess what’s on the pad again.";

    private const string Unreadable =
        "The game can’t read your last guess right now. Load the page again in a moment, or draw the next digit.";

    /// <param name="id">The observation that the browser remembers as unanswered.</param>
    /// <param name="player">The id of the player who remembers it; null where it is not known.</param>
    /// <param name="cancellation">Ends the search.</param>
    public async Task<RecoveredRound> FindAsync(Guid id, string? player, CancellationToken cancellation)
    {
        try
        {
            return await store.FindAsync(id, cancellation) switch
            {
                null => new RecoveredRound(null, Lost, MayComeBack: false),
                { Label: null } found when found.Player == player && found.Votes.All(vote => vote.Player != player) =>
                    new RecoveredRound(new Round { Observation = found }, null, MayComeBack: true),
                // It was answered in another place, or by another player.
                _ => new RecoveredRound(null, null, MayComeBack: false),
            };
        }
        catch (StoreException e)
        {
            LogUnreadable(e);
            return new RecoveredRound(null, Unreadable, MayComeBack: true);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The store cannot be read; a page that was loaded again does without its round")]
    private partial void LogUnreadable(Exception exception);
}
