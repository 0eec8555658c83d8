using GameNight.Recognition.Guessing;

namespace GameNight.Experiments;

/// <summary>Whom the app chose for the drawing on one page.</summary>
public sealed class SurpriseChoice(Surprise surprise, Contestants contestants)
{
    private Task<ChosenAlgorithm?>? _choice;

    /// <summary>
    /// The same one until <see cref="Leave"/>, also when the drawing is begun anew: nobody draws until they like what the
    /// guest thinks. One who has left the table hands over.
    /// </summary>
    /// <returns>Null where nobody is in service.</returns>
    public async Task<ChosenAlgorithm?> MeetAsync(string player)
    {
        if (_choice is { IsCompletedSuccessfully: true } known && (await known is not { } made || contestants.Find(made.Algorithm)?.InService != true))
            _choice = null;
        // One that failed is not asked again and again.
        if (_choice is { IsFaulted: true })
            _choice = null;
        return await (_choice ??= surprise.ChooseAsync(player, CancellationToken.None));
    }

    /// <summary>The drawing has its answer; somebody may come for the next one.</summary>
    public void Leave() => _choice = null;
}
