using GameNight.Http;

namespace GameNight.Privacy;

/// <summary>A player who has just had everything deleted asks again; each time takes a look at every drawing of the game.</summary>
/// <param name="wait">After which time the player may ask again.</param>
public sealed class DeletedJustNowException(TimeSpan wait) : ProblemException(
    StatusCodes.Status429TooManyRequests, title: null,
    "Your drawings were deleted less than a minute ago. What you have drawn since is still here; delete it in a moment.")
{
    public override TimeSpan? RetryAfter => wait;
}
