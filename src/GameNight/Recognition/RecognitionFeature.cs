using GameNight.Models.Registry;
using GameNight.Recognition.Browser;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition;

/// <summary>
/// Registers the contestants, the deployment that keeps them at the versions that the registry names, and the predictions over HTTP.
/// </summary>
public static class RecognitionFeature
{
    public static void AddRecognition(this IServiceCollection services, RegistryOptions registry, BrowserOptions browser)
    {
        services.AddSingleton(browser);
        services.AddSingleton<BrowserModels>();
        services.AddContestants();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<RegistryPolling>(provider, registry.Poll));
        services.AddHealthChecks().AddCheck<ReadinessCheck>("contestants");
    }

    /// <summary>Adds the contestants without the service that follows the registry: a command refreshes them itself, once.</summary>
    public static void AddContestants(this IServiceCollection services)
    {
        services.AddSingleton<Contestants>();
        services.AddSingleton<ModelDeployment>();
    }

    public static void MapRecognition(this RouteGroupBuilder api) => RecognitionEndpoints.Map(api);

    /// <summary>Maps the model files that browsers may load.</summary>
    public static void MapModelFiles(this WebApplication app) => BrowserEndpoints.MapFiles(app);
}
