using GameNight.Configuration;

namespace GameNight.Joining;

/// <summary>Where the host says that phones find the game.</summary>
/// <param name="Address">An address without a path that phones can open; null to look for one.</param>
public sealed record JoinOptions(Uri? Address)
{
    public static JoinOptions Read(SettingsReader settings) =>
        new(settings.TakeOrigin("JoinAddress", "http://192.168.1.20:5080"));
}
