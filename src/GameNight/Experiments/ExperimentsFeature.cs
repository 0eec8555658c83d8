namespace GameNight.Experiments;

/// <summary>"Surprise me": the game draws by lot who answers, so that contestants are compared by chance and not by taste.</summary>
public static class ExperimentsFeature
{
    public static void AddExperiments(this IServiceCollection services)
    {
        services.AddSingleton<Experiment>();
        services.AddSingleton<Surprise>();
        services.AddTransient<SurpriseChoice>();
    }

    public static void MapExperiments(this RouteGroupBuilder api) => ExperimentEndpoints.Map(api);
}
