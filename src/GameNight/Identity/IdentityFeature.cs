using GameNight.Configuration;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using Microsoft.AspNetCore.DataProtection;

namespace GameNight.Identity;

/// <summary>Who plays, what they are called, and who is the host.</summary>
public static class IdentityFeature
{
    public static void AddIdentity(this IServiceCollection services, HostTokenOptions host, GameFolders folders)
    {
        services.AddAccess(host);
        services.AddSingleton<Nicknames>();
        KeepKeys(services.AddDataProtection().SetApplicationName("GameNight"), Path.Combine(folders.Data, "keys"));
    }

    public static void MapIdentity(this WebApplication app) => HostLink.Map(app);

    /// <summary>
    /// The keys that sign the players' cookies outlive a restart where the data folder can be written. Where it cannot,
    /// the game is played all the same, and players are strangers again after a restart.
    /// </summary>
    private static void KeepKeys(IDataProtectionBuilder protection, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            // As large as a key: a full disk still takes a file without content.
            File.WriteAllBytes(probe, new byte[4096]);
            File.Delete(probe);
            protection.PersistKeysToFileSystem(new DirectoryInfo(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"The keys that sign the players' cookies cannot be kept: {e.Message} Players will be strangers after a restart.");
            protection.UseEphemeralDataProtectionProvider();
        }
    }
}
