namespace GameNight.Play.Rounds;

/// <summary>What a player said of who hides behind the mask.</summary>
/// <param name="Drawing">The id of the observation.</param>
/// <param name="On">The algorithm's id.</param>
public sealed record Bet(Guid Drawing, string On);
