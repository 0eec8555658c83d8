using GameNight.Identity.Erasure;
using GameNight.Play.Fool;
using GameNight.Play.Personal;
using GameNight.Play.Practice;
using GameNight.Play.Rounds;
using GameNight.Play.Sprint;

namespace GameNight.Play;

/// <summary>Registers and maps the rounds of the game, on the page and over HTTP.</summary>
public static class PlayFeature
{
    public static void AddPlay(this IServiceCollection services)
    {
        services.AddPlayService();
        services.AddSingleton<TrainingCountdown>();
        services.AddSingleton<JuryPace>();
        services.AddSingleton<JurySeats>();
        services.AddSingleton<IErasable>(provider => provider.GetRequiredService<JurySeats>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<JuryBench>(provider, Random.Shared));
        services.AddTransient<FoolPoll>();
        services.AddSingleton<SprintBoard>();
        services.AddSingleton<IErasable>(provider => provider.GetRequiredService<SprintBoard>());
        services.AddSingleton<LatePlays>();
        services.AddSingleton<RoundRecovery>();
        services.AddTransient<PendingPlays>();
        services.AddTransient<BrowserSessionStorage>();
        services.AddTransient<RecordingChoice>();
    }

    /// <summary>Registers what guesses, records and labels drawings, without the page: for a command.</summary>
    public static void AddPlayService(this IServiceCollection services)
    {
        services.AddSingleton<PersonalizationService>();
        services.AddSingleton<IErasable>(provider => provider.GetRequiredService<PersonalizationService>());
        services.AddSingleton<PlayService>();
    }

    public static void MapPlay(this RouteGroupBuilder api) => PracticeEndpoints.Map(PlayEndpoints.Map(api));
}
