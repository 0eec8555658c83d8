using GameNight.Http;

namespace GameNight.Scoreboard.Queries;

/// <summary>So many ask for figures at once that one more would wait for long.</summary>
public sealed class ScoreboardBusyException() : ProblemException(
    StatusCodes.Status503ServiceUnavailable, title: null, "Too many others ask for figures at once. Try again in a moment.")
{
    public override TimeSpan? RetryAfter => TimeSpan.FromSeconds(1);

    /// <summary>Nothing is wrong with the game.</summary>
    public override bool IsLogged => true;
}
