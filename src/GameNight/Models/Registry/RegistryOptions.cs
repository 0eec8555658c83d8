using GameNight.Configuration;

namespace GameNight.Models.Registry;

/// <summary>Where the versions are kept.</summary>
/// <param name="Shipped">The folder of the versions that ship.</param>
/// <param name="Folder">The folder of the versions that this game publishes and imports.</param>
/// <param name="S3">The bucket in place of that folder; null for the folder.</param>
/// <param name="Poll">How often the registry is read for what other processes have published and activated.</param>
public sealed record RegistryOptions(string Shipped, string Folder, S3Options? S3, TimeSpan Poll)
{
    public static RegistryOptions Read(SettingsReader settings, GameFolders folders)
    {
        var isBucket = settings.Take("Registry:Provider", provider => provider is "Folder" or "S3", "Folder or S3") == "S3";
        // The bucket's settings are checked even where the folder is the provider.
        var bucket = S3Options.Read(settings, isBucket);
        var poll = settings.TakeSeconds("Registry:PollSeconds", 1, 3600);
        return new RegistryOptions(
            folders.Models, Path.Combine(folders.Data, "models"), isBucket ? bucket : null, poll ?? TimeSpan.FromSeconds(isBucket ? 5 : 1));
    }
}
