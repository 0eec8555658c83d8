using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Experiments;

/// <summary>The algorithm that the app has chosen for the drawing on one page.</summary>
public sealed class SurpriseChoice(Surprise surprise, SurpriseGuests guests, Contestants contestants)
{
    private Task<ChosenAlgorithm?>? _choice;

    /// <summary>
    /// The same algorithm until <see cref="Reset"/>, even when the drawing is begun anew or the page is loaded again: so a player cannot
    /// start over until a better one comes. Another is chosen where the algorithm is no longer in service, or where the choice failed or
    /// was cancelled.
    /// </summary>
    /// <param name="player">The player's id; empty where it is not known.</param>
    /// <returns>Null where no algorithm is in service.</returns>
    public async Task<ChosenAlgorithm?> GetAsync(string player)
    {
        if (_choice is { IsFaulted: true } or { IsCanceled: true })
            _choice = null;
        if (_choice is { IsCompletedSuccessfully: true } known && !IsInService(await known))
            _choice = null;
        return await (_choice ??= ChooseAsync(player));
    }

    /// <summary>Forgets the choice once the drawing has its answer; the next drawing gets one of its own.</summary>
    /// <param name="player">The player's id.</param>
    public void Reset(string player)
    {
        _choice = null;
        guests.Forget(player);
    }

    private async Task<ChosenAlgorithm?> ChooseAsync(string player)
    {
        if (guests.Find(player) is { } before && IsInService(before))
            return before;
        var choice = await surprise.ChooseAsync(player, CancellationToken.None);
        // The arm of a night follows from the player, and needs no memory.
        if (player.Length > 0 && choice is { By: ChosenBy.Lot or ChosenBy.Sampling })
            guests.Keep(player, choice);
        return choice;
    }

    private bool IsInService(ChosenAlgorithm? choice) => choice is not null && contestants.Find(choice.Algorithm)?.InService == true;
}
