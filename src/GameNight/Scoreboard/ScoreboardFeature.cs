using GameNight.Configuration;
using GameNight.Scoreboard.Advice;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Scoreboard.Charts.Confusion;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Queries;

namespace GameNight.Scoreboard;

/// <summary>Registers the scoreboard, which counts the observations and answers what the charts show, and maps its endpoint.</summary>
public static class ScoreboardFeature
{
    public static void AddScoreboard(this IServiceCollection services, GameFolders folders, ReplayOptions replays)
    {
        services.AddSingleton(replays);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FactFile>(provider, folders.Data));
        services.AddSingleton<ScoreboardProjection>();
        services.AddHostedService<ProjectionService>();
        services.AddSingleton<ScoreboardReader>();
        services.AddSingleton<DrawingsReader>();
        services.AddSingleton<LeaderboardReader>();
        services.AddSingleton<TonightReader>();
        services.AddSingleton<LearnedVersions>();
        services.AddSingleton<RetrainAdvisor>();
        services.AddScoped<ConfusionShareStorage>();
    }

    public static void MapScoreboard(this RouteGroupBuilder api) => ScoreboardEndpoints.Map(api);
}
