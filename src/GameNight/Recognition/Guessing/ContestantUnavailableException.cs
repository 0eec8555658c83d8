using GameNight.Http;

namespace GameNight.Recognition.Guessing;

/// <summary>A contestant cannot guess at present.</summary>
/// <param name="algorithm">The contestant's id.</param>
/// <param name="reason">Why, in a sentence.</param>
/// <param name="isLogged">Whether the reason was logged where it arose, as when deployment refuses a version.</param>
/// <param name="inner">The cause; null where there is none.</param>
public sealed class ContestantUnavailableException(string algorithm, string reason, bool isLogged = false, Exception? inner = null)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "Algorithm unavailable", $"{algorithm} is unavailable: {reason}", inner)
{
    public override bool IsLogged => isLogged;
}
