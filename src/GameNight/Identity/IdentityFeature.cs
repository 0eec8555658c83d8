using GameNight.Configuration;
using GameNight.Identity.Access;
using GameNight.Identity.Keys;
using GameNight.Identity.Names;

namespace GameNight.Identity;

/// <summary>Registers the players, their names and the host.</summary>
public static class IdentityFeature
{
    /// <param name="services">The services.</param>
    /// <param name="host">How programs prove that they act for the host.</param>
    /// <param name="folders">Where the keys that sign the players' cookies are kept, or copied to.</param>
    /// <param name="isShared">Whether other games have the same store, and so the same players.</param>
    public static void AddIdentity(this IServiceCollection services, HostTokenOptions host, GameFolders folders, bool isShared)
    {
        services.AddAccess(host);
        services.AddSingleton<Nicknames>();
        services.AddKeys(Path.Combine(folders.Data, "keys"), isShared);
    }
}
