using GameNight.Http;

namespace GameNight.Recognition.Guessing;

/// <summary>A contestant cannot guess at present.</summary>
public sealed class ContestantUnavailableException(string algorithm, string reason, Exception? inner = null)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "Algorithm unavailable", $"{algorithm} is unavailable: {reason}", inner)
{
    /// <summary>Always true: the deployment has logged the reason, when it refused the version.</summary>
    public override bool IsLogged => true;
}
