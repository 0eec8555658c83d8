using GameNight.Configuration;

namespace GameNight.Backup;

/// <summary>Registers what keeps a game's data folder from being replaced under it.</summary>
public static class BackupFeature
{
    /// <summary>To be called before other services are added, which start after it and end before it.</summary>
    public static void AddBackup(this IServiceCollection services, GameFolders folders) =>
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<DataFolderUse>(provider, folders.Data));
}
