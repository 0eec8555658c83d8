using GameNight.Http;

namespace GameNight.Limits;

/// <summary>A drawing is not kept, and trying again at once does not help. Everything else goes on.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="message">Why, what is safe, and what to do: for the player.</param>
/// <param name="wait">After which time the next one may be kept; null where nobody knows.</param>
public sealed class NotKeptException(int status, string message, TimeSpan? wait = null) : ProblemException(status, "Not kept", message)
{
    public override TimeSpan? RetryAfter => wait;
}
