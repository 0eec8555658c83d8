using GameNight.Experiments;
using GameNight.Identity;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using Microsoft.AspNetCore.DataProtection;

namespace GameNight.Play;

public static class PlayFeature
{
    public static void AddPlay(this IServiceCollection services, string? hostToken, string dataFolder)
    {
        services.AddSingleton<PersonalizationService>();
        services.AddSingleton<TrainingCountdown>();
        services.AddSingleton<PlayService>();
        services.AddSingleton<Experiment>();
        services.AddSingleton<Surprise>();
        services.AddTransient<SurpriseChoice>();
        services.AddTransient<PendingPlays>();
        services.AddTransient<BrowserSessionStorage>();
        services.AddSingleton(new HostLink(hostToken));
        services.AddPlayers();
        KeepKeys(services.AddDataProtection().SetApplicationName("GameNight"), Path.Combine(dataFolder, "keys"));
    }

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
