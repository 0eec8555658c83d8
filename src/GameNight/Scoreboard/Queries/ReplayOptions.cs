using GameNight.Configuration;

namespace GameNight.Scoreboard.Queries;

/// <summary>Whether the scoreboard shows people's drawings.</summary>
/// <param name="Enabled">True unless the host wants none to be seen.</param>
public sealed record ReplayOptions(bool Enabled)
{
    public static ReplayOptions Read(SettingsReader settings) => new(settings.TakeSwitch("Replays") ?? true);
}
