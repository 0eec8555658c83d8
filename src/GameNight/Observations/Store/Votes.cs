namespace GameNight.Observations.Store;

/// <summary>Changes of an observation's votes, for the stores.</summary>
internal static class Votes
{
    /// <summary>The votes with one more, in place of the one that its player gave before.</summary>
    public static IReadOnlyList<Vote> With(this IReadOnlyList<Vote> votes, Vote vote) => votes.Any(other => other.Player == vote.Player)
        ? [.. votes.Select(other => other.Player == vote.Player ? vote : other)]
        : [.. votes, vote];

    /// <summary>The votes without that of a player.</summary>
    public static IReadOnlyList<Vote> Without(this IReadOnlyList<Vote> votes, string player) =>
        [.. votes.Where(vote => vote.Player != player)];

    /// <summary>Whether the player has voted so already.</summary>
    public static bool Has(this IReadOnlyList<Vote> votes, Vote vote) =>
        votes.Any(other => other.Player == vote.Player && other.Digit == vote.Digit);
}
