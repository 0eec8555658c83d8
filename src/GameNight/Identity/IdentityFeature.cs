using GameNight.Configuration;
using GameNight.Identity.Access;
using GameNight.Identity.Names;
using Microsoft.AspNetCore.DataProtection;

namespace GameNight.Identity;

/// <summary>Registers the players, their names and the host.</summary>
public static class IdentityFeature
{
    public static void AddIdentity(this IServiceCollection services, HostTokenOptions host, GameFolders folders)
    {
        services.AddAccess(host);
        services.AddSingleton<Nicknames>();
        PersistKeys(services.AddDataProtection().SetApplicationName("GameNight"), Path.Combine(folders.Data, "keys"));
    }

    /// <summary>
    /// Keeps the keys that sign the players' cookies in the data folder. Where that cannot be written, the keys last until the
    /// process ends, and the game knows no player after a restart.
    /// </summary>
    private static void PersistKeys(IDataProtectionBuilder protection, string folder)
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
            Console.Error.WriteLine(
                $"The keys that sign the players' cookies cannot be kept: {e.Message} After a restart the game knows no player.");
            protection.UseEphemeralDataProtectionProvider();
        }
    }
}
