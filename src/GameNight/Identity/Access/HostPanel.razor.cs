using GameNight.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace GameNight.Identity.Access;

/// <summary>Lets the host hand the role on by another link, and end it in every browser. Shows a link once: it is kept nowhere.</summary>
public sealed partial class HostPanel(
    HostLink host, HostSessions sessions, IAuthorizationService authorization, NavigationManager navigation, ILogger<HostPanel> logger)
{
    private string? _link;
    private string? _words;
    private string? _trouble;
    private bool _isSignedOut;

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    private Task MakeLinkAsync() => TryAsync(() =>
    {
        Show("Whoever opens this link is a host, too. It works once, and no earlier link works any more:");
        return Task.CompletedTask;
    });

    private Task SignOutAllAsync() => TryAsync(async () =>
    {
        await sessions.SignOutAllAsync(CancellationToken.None);
        // The link is the only way back: no button may take its place any more.
        _isSignedOut = true;
        Show("All hosts are signed out, and so are you. To come back, open this link; it works once:");
    });

    private void Show(string words) => (_words, _link) = (words, navigation.ToAbsoluteUri(host.Renew()).ToString());

    private async Task TryAsync(Func<Task> action)
    {
        (_link, _trouble) = (null, null);
        try
        {
            if (await authorization.IsHostAsync(Authentication))
                await action();
            else
                _trouble = "You’re no longer the host, so nothing was changed.";
        }
        catch (StoreException e)
        {
            LogFailed(logger, e);
            _trouble = "That couldn’t be saved, and nothing has changed. Try again in a moment.";
        }
    }

    [LoggerMessage(LogLevel.Error, "The hosts could not be signed out")]
    private static partial void LogFailed(ILogger logger, StoreException exception);
}
