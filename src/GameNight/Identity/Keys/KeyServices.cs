using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace GameNight.Identity.Keys;

/// <summary>Registers where the keys are kept that sign the players' cookies, and whatever else pages sign.</summary>
public static class KeyServices
{
    /// <param name="services">The services.</param>
    /// <param name="folder">The folder of this game's keys, or of its copies of the table's.</param>
    /// <param name="isShared">Whether several games share them, by the store of documents.</param>
    public static void AddKeys(this IServiceCollection services, string folder, bool isShared)
    {
        var protection = services.AddDataProtection().SetApplicationName("GameNight");
        if (isShared)
            services.AddSharedKeys(folder);
        else
            PersistKeys(protection, folder);
    }

    private static void AddSharedKeys(this IServiceCollection services, string folder)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<SharedKeys>(provider, folder));
        services.AddSingleton<KeyDraft>();
        services.AddSingleton<KeySharing>();
        services.AddHostedService(provider => provider.GetRequiredService<KeySharing>());
        services.AddHealthChecks().AddCheck<SharedKeysCheck>("keys");
        services.AddOptions<KeyManagementOptions>()
            .Configure<SharedKeys>((options, keys) => options.XmlRepository = keys);
        services.AddSingleton<IKeyManager>(provider => new SharedKeyManager(
            new XmlKeyManager(
                provider.GetRequiredService<IOptions<KeyManagementOptions>>(), provider.GetRequiredService<IActivator>(),
                provider.GetRequiredService<ILoggerFactory>()),
            provider.GetRequiredService<SharedKeys>()));
    }

    /// <summary>
    /// Keeps the keys in the data folder. Where that cannot be written, the keys last until the process ends, and the game knows no
    /// player after a restart.
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
