using GameNight.Play.Personal;
using GameNight.Play.Rounds;

namespace GameNight.Play;

/// <summary>DRAW: a round from the ink to the label, on the page and over HTTP.</summary>
public static class PlayFeature
{
    public static void AddPlay(this IServiceCollection services)
    {
        services.AddPlayService();
        services.AddSingleton<TrainingCountdown>();
        services.AddTransient<PendingPlays>();
        services.AddTransient<BrowserSessionStorage>();
    }

    /// <summary>The rules of a play without the pages, for a command.</summary>
    public static void AddPlayService(this IServiceCollection services)
    {
        services.AddSingleton<PersonalizationService>();
        services.AddSingleton<PlayService>();
    }

    public static void MapPlay(this RouteGroupBuilder api) => PlayEndpoints.Map(api);
}
