namespace GameNight.Rooms.Game;

/// <summary>What rooms say.</summary>
internal static class RoomText
{
    /// <summary>Why something for one phase is refused in another.</summary>
    public static string NotNow(RoomPhase wanted, RoomPhase now) => (wanted, now) switch
    {
        (_, RoomPhase.Lobby) => "The game hasn't begun.",
        (_, RoomPhase.Podium) => "The game is over.",
        (RoomPhase.Draw, RoomPhase.Brief) or (RoomPhase.Jury, RoomPhase.Brief or RoomPhase.Draw) => "Not yet: wait until the screen says so.",
        (RoomPhase.Draw, _) => "Time's up: the drawing came too late for this round.",
        (RoomPhase.Jury, _) => "Time's up: the vote came too late for this round.",
        _ => "The game has moved on meanwhile.",
    };
}
