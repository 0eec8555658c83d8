using GameNight.Configuration;

namespace GameNight.Rooms.Game;

/// <summary>How rooms are opened and how quick they are.</summary>
/// <param name="MayAnybodyOpen">Whether everybody may open a room, not the host alone.</param>
/// <param name="Pace">By which all times are multiplied: 0.1 is ten times as quick, for tests.</param>
/// <param name="NodeAddress">Where phones reach this process, and no other at the same store; null where there is but one.</param>
public sealed record RoomOptions(bool MayAnybodyOpen = false, double Pace = 1, Uri? NodeAddress = null)
{
    private const string Anybody = "Anybody";

    public static RoomOptions Read(SettingsReader settings) => new(
        settings.Take("Rooms:WhoMayOpen", value => value is "Host" or Anybody, $"Host or {Anybody}") == Anybody,
        settings.TakeReal("Rooms:Pace", 0.01, 10) ?? 1,
        settings.TakeAddress("Rooms:NodeAddress", "http://192.168.1.21:5080"));
}
