using GameNight.Hosting;
using GameNight.Identity.Names;
using GameNight.Models.Registry;
using GameNight.Observations;
using GameNight.Play;
using GameNight.Privacy;
using GameNight.Recognition;
using GameNight.Retraining;
using GameNight.Scoreboard;

namespace GameNight.Commands;

/// <summary>The services of the verbs that delete what is kept of players: all that keeps something of them, and no server.</summary>
internal static class ErasureServices
{
    public static ServiceProvider Build(GameOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddConsole().SetMinimumLevel(LogLevel.Warning));
        services.AddSingleton<TimeProvider>(options.Clock);
        services.AddModels(options.Registry);
        services.AddContestants();
        services.AddStores(options.Store);
        services.AddRetraining(options.Training);
        services.AddPlayService();
        services.AddScoreboard(options.Folders, options.Replays);
        services.AddSingleton<Nicknames>();
        services.AddPrivacy();
        return services.BuildServiceProvider();
    }
}
