using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Radzen;

namespace GameNight.Shell;

/// <summary>What all pages share: the components, the files behind them, and what is shown when something is not found or breaks.</summary>
public static class ShellFeature
{
    /// <summary>A drawing of as many points as a drawing may have fits into one message.</summary>
    private const long LargestMessage = 1024 * 1024;

    public static void AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<HubOptions<ComponentHub>>(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddHttpContextAccessor();
        services.AddRadzenComponents();
    }

    public static void MapShell(this WebApplication app)
    {
        // Programs get their own answers from the API; only people get pages.
        app.UseWhen(IsPage, pages =>
        {
            if (!app.Environment.IsDevelopment())
                pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }

    private static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api")
        && !context.Request.Path.StartsWithSegments("/health")
        && !context.Request.Path.StartsWithSegments("/openapi");
}
