using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition;

public static class RecognitionFeature
{
    /// <param name="services">The game's services.</param>
    /// <param name="poll">How often the registry is asked for what others published and activated.</param>
    public static void AddRecognition(this IServiceCollection services, TimeSpan poll)
    {
        services.AddSingleton<Contestants>();
        services.AddSingleton<ModelDeployment>();
        services.AddHostedService(provider => new RegistryPolling(provider.GetRequiredService<ModelDeployment>(), poll, provider.GetRequiredService<TimeProvider>()));
    }
}
