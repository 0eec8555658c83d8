namespace GameNight.Privacy;

/// <summary>Registers and maps what players can do about what is kept of them.</summary>
public static class PrivacyFeature
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<PlayerErasure>();
        services.AddSingleton<OwnDrawings>();
    }

    public static void MapPrivacy(this RouteGroupBuilder api) => PlayerEndpoints.Map(api);
}
