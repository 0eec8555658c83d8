using GameNight.Hosting;
using GameNight.Models.Registry;
using GameNight.Observations;
using GameNight.Retraining;

namespace GameNight.Commands;

/// <summary>The services of the verbs that train without a server: the models, the stores and the learners.</summary>
internal static class TrainerServices
{
    public static ServiceProvider Build(GameOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(options.Clock);
        services.AddModels(options.Registry);
        services.AddStores(options.Store);
        services.AddRetraining(options.Training);
        return services.BuildServiceProvider();
    }
}
