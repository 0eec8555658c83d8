using GameNight.Recognition.Guessing;

namespace GameNight.Experiments;

/// <summary>The algorithm that the app has chosen for the drawing on one page.</summary>
public sealed class SurpriseChoice(Surprise surprise, Contestants contestants)
{
    private Task<ChosenAlgorithm?>? _choice;

    /// <summary>
    /// The same algorithm until <see cref="Reset"/>, even when the drawing is begun anew: so a player cannot start over until a better
    /// one comes. Another is chosen where the algorithm is no longer in service, or where the choice failed or was
    /// cancelled.
    /// </summary>
    /// <returns>Null where no algorithm is in service.</returns>
    public async Task<ChosenAlgorithm?> GetAsync(string player)
    {
        if (_choice is { IsFaulted: true } or { IsCanceled: true })
            _choice = null;
        if (_choice is { IsCompletedSuccessfully: true } known && !IsInService(await known))
            _choice = null;
        return await (_choice ??= surprise.ChooseAsync(player, CancellationToken.None));
    }

    /// <summary>Forgets the choice once the drawing has its answer; the next drawing gets one of its own.</summary>
    public void Reset() => _choice = null;

    private bool IsInService(ChosenAlgorithm? choice) => choice is not null && contestants.Find(choice.Algorithm)?.InService == true;
}
