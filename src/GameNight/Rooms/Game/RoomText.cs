namespace GameNight.Rooms.Game;

/// <summary>What rooms say.</summary>
internal static class RoomText
{
    /// <summary>Why a game does not begin.</summary>
    /// <param name="here">How many people are there.</param>
    public static string TooFew(int here)
    {
        var (few, those) = (RoomRules.FewestSeats, here == 0 ? "nobody is" : here == 1 ? "only one is" : $"only {here} are");
        return $"A game needs {few} people, and {those} here.";
    }

    /// <summary>Why something for one phase is refused in another.</summary>
    public static string NotNow(RoomPhase wanted, RoomPhase now) => (wanted, now) switch
    {
        (_, RoomPhase.Lobby) => "The game hasn't begun.",
        (_, RoomPhase.Podium) => "The game is over.",
        (RoomPhase.Draw, RoomPhase.Brief) or (RoomPhase.Jury, RoomPhase.Brief or RoomPhase.Draw) =>
            "Not yet: wait until the screen says so.",
        (RoomPhase.Draw, _) => "Time's up: the drawing came too late for this round.",
        (RoomPhase.Jury, _) => "Time's up: the vote came too late for this round.",
        _ => "The game has moved on meanwhile.",
    };
}
