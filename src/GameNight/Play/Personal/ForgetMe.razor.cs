using GameNight.Identity.Access;
using GameNight.Identity.Names;
using GameNight.Storage;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Play.Personal;

/// <summary>The button with which a player has what the game learned of them, and their nickname, forgotten.</summary>
public sealed partial class ForgetMe(PersonalizationService personal, Nicknames names, ILogger<ForgetMe> logger)
{
    private bool _asked;
    private string? _outcome;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private async Task ForgetAsync()
    {
        if (Authentication is null || (await Authentication).User.FindPlayerId() is not { } player)
        {
            _outcome = "This browser keeps no cookie, so there’s nothing to forget.";
            return;
        }

        try
        {
            await names.RemoveAsync(PlayerHandle.Of(player), CancellationToken.None);
            await personal.ForgetAsync(player, CancellationToken.None);
            (_asked, _outcome) = (true, "Forgotten. It starts again with your next answer, and you’re a guest on the board.");
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _outcome = "The database doesn’t answer right now, and not everything was forgotten. Try again in a moment.";
        }
    }

    [LoggerMessage(LogLevel.Error, "A player could not be forgotten")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
