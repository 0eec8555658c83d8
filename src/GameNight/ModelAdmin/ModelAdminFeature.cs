using GameNight.ModelAdmin.Runs;
using GameNight.ModelAdmin.Versions;

namespace GameNight.ModelAdmin;

/// <summary>Maps the endpoints of versions and training runs.</summary>
public static class ModelAdminFeature
{
    public static void MapModelAdmin(this RouteGroupBuilder api)
    {
        VersionEndpoints.Map(api);
        TrainingEndpoints.Map(api);
    }
}
