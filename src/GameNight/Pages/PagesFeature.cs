using GameNight.Limits;
using Microsoft.AspNetCore.SignalR;

namespace GameNight.Pages;

/// <summary>Registers and maps what all pages share: components, static files and authentication state.</summary>
public static class PagesFeature
{
    /// <summary>The largest SignalR message in bytes: enough for a drawing of 20,000 points.</summary>
    private const long LargestMessage = 1024 * 1024;

    /// <summary>How many pages whose connection broke are kept, for a phone that wakes up again within three minutes.</summary>
    private const int MaxRetained = 40;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(circuits => circuits.DisconnectedCircuitMaxRetained = MaxRetained)
            .AddHubOptions(hub =>
            {
                hub.MaximumReceiveMessageSize = LargestMessage;
                hub.AddFilter<PageConnections>();
            });
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
