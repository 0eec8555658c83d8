using GameNight.Http;

namespace GameNight.Limits;

/// <summary>An address has asked for more than it may in a minute.</summary>
/// <param name="perMinute">What it may ask for, in drawings.</param>
/// <param name="wait">After which time there is enough for the same call.</param>
public sealed class BudgetSpentException(int perMinute, TimeSpan wait) : ProblemException(
    StatusCodes.Status429TooManyRequests, title: null,
    $"That is more than {perMinute:N0} drawings a minute from your address. Nothing is lost; go on in a moment. A large picture counts "
        + "as several drawings.")
{
    public override TimeSpan? RetryAfter => wait;
}
