namespace GameNight.Rookie;

/// <summary>Registers the rookie's trainer, the service that lets it learn in the background, and its call of the API.</summary>
public static class RookieFeature
{
    public static void AddRookie(this IServiceCollection services)
    {
        services.AddRookieTrainer();
        services.AddSingleton<RookieReset>();
        services.AddHostedService<RookieService>();
    }

    /// <summary>Registers the trainer without the service: a command lets it learn by itself.</summary>
    public static void AddRookieTrainer(this IServiceCollection services) => services.AddSingleton<RookieTrainer>();

    public static void MapRookie(this RouteGroupBuilder api) => RookieEndpoints.Map(api);
}
