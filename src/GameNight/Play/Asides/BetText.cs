using GameNight.Play.Rounds;

namespace GameNight.Play.Asides;

/// <summary>What the game says to a bet on who is behind the mask.</summary>
internal static class BetText
{
    /// <param name="isRight">Whether it was right.</param>
    /// <param name="bet">The name of the contestant that the player picked.</param>
    /// <param name="guest">The name of the one that was behind the mask.</param>
    /// <param name="session">The session with the bet; null where nothing is counted.</param>
    public static string For(bool isRight, string bet, string guest, PlaySession? session) => (isRight, session) switch
    {
        (true, null) => "You spotted it!",
        (true, _) => $"You spotted it: {session.Spotted} of {session.Bets}.",
        (false, null) => $"Not {bet}: {guest}.",
        (false, _) => $"Not {bet}: {guest}. Spotted {session.Spotted} of {session.Bets}.",
    };
}
