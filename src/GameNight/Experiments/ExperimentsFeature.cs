using GameNight.Identity.Erasure;

namespace GameNight.Experiments;

/// <summary>Registers "Surprise me": the app chooses at random which algorithm answers, so that they are compared without bias.</summary>
public static class ExperimentsFeature
{
    public static void AddExperiments(this IServiceCollection services)
    {
        services.AddSingleton<Experiment>();
        services.AddSingleton<Surprise>();
        services.AddSingleton<SurpriseGuests>();
        services.AddSingleton<IErasable>(provider => provider.GetRequiredService<SurpriseGuests>());
        services.AddTransient<SurpriseChoice>();
    }

    public static void MapExperiments(this RouteGroupBuilder api) => ExperimentEndpoints.Map(api);
}
