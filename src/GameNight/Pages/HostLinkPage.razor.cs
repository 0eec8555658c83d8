using GameNight.Identity.Access;
using Microsoft.AspNetCore.Components;

namespace GameNight.Pages;

/// <summary>Where the host's link leads: into the game as the host, or to words on why it does not.</summary>
public sealed partial class HostLinkPage(HostLink link, HostSessions sessions, NavigationManager navigation)
{
    private bool _isHost;

    [SupplyParameterFromQuery]
    public string? Key { get; set; }

    [CascadingParameter]
    private HttpContext? Context { get; set; }

    protected override async Task OnInitializedAsync()
    {
        var context = Context ?? throw new InvalidOperationException("The host's link is opened by a request.");
        _isHost = context.User.IsHost();
        // A link that the host opens stays unused: it's for another browser.
        if (_isHost ? link.IsOpen(Key) : await link.TryOpenAsync(Key, context, sessions))
            navigation.NavigateTo("/");
        else if (!_isHost)
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }
}
