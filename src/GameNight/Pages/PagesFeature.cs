namespace GameNight.Pages;

/// <summary>What all pages share: the components, and the files behind them.</summary>
public static class PagesFeature
{
    /// <summary>A drawing of as many points as a drawing may have fits into one message, in bytes.</summary>
    private const long LargestMessage = 1024 * 1024;

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = LargestMessage);
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode();
    }
}
