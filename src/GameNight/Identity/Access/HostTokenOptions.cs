using GameNight.Configuration;

namespace GameNight.Identity.Access;

/// <summary>How programs prove that they act for the host.</summary>
/// <param name="Token">A fixed token; null for a new one at each start.</param>
public sealed record HostTokenOptions(string? Token)
{
    public static HostTokenOptions Read(SettingsReader settings) =>
        new(settings.Take("Host:Token", token => token.Length >= 16, "at least 16 characters"));
}
