namespace GameNight.Play.Sprint;

/// <summary>The best sprint of each player in a night; a document in the store.</summary>
/// <param name="Results">The most points first; of equal ones the earlier.</param>
public sealed record SprintNight(IReadOnlyList<SprintResult> Results)
{
    /// <summary>The most players that a night keeps. A document has room for about a thousand.</summary>
    public const int MostPlayers = 500;

    public static readonly SprintNight Empty = new([]);

    /// <summary>The best sprint of all; null where there is none.</summary>
    public SprintResult? Best => Results.Count > 0 ? Results[0] : null;

    /// <summary>The best sprint of a player; null where there is none.</summary>
    public SprintResult? Of(string player) => Results.FirstOrDefault(result => result.Player == player);

    /// <summary>The night with one more sprint; the same one where it changes nothing.</summary>
    public SprintNight With(SprintResult result)
    {
        if (Of(result.Player) is { } best && best.Score.Points >= result.Score.Points)
            return this;
        var results = Results.Where(other => other.Player != result.Player).Append(result)
            .OrderByDescending(other => other.Score.Points).ThenBy(other => other.Time).Take(MostPlayers);
        return new SprintNight([.. results]);
    }

    /// <summary>The night without some of its sprints; the same one where it has none of them.</summary>
    public SprintNight Without(Func<SprintResult, bool> isGone) =>
        Results.Any(isGone) ? new SprintNight([.. Results.Where(result => !isGone(result))]) : this;
}
