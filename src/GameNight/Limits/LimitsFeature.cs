using GameNight.Configuration;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace GameNight.Limits;

/// <summary>Registers what keeps one caller from taking the game away from the others.</summary>
public static class LimitsFeature
{
    public static void AddLimits(this IServiceCollection services, LimitOptions options, GameFolders folders)
    {
        services.AddSingleton(options);
        services.AddSingleton<CallBudget>();
        services.AddSingleton<PlayQuota>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DiskFloor>(provider, folders));
        services.AddSingleton<Intake>();
        services.AddSingleton<PageConnections>();
        services.AddScoped<PageAddress>();
        services.AddScoped<CircuitHandler>(page => page.GetRequiredService<PageAddress>());
    }
}
