namespace GameNight.ModelAdmin;

/// <summary>The host's calls: versions and training runs.</summary>
public static class ModelAdminFeature
{
    public static void MapModelAdmin(this RouteGroupBuilder api)
    {
        VersionEndpoints.Map(api);
        TrainingEndpoints.Map(api);
    }
}
