using GameNight.Http;

namespace GameNight.Rooms.Game;

/// <summary>A room refuses what somebody asks of it. The room goes on as it was.</summary>
/// <param name="status">The HTTP status, 400 to 499.</param>
/// <param name="message">What is wrong, and what to do, in words for the person who asked.</param>
/// <param name="field">The field that is wrong, with status 400; null where it is not one field.</param>
/// <param name="retryAfter">After which time the same may succeed; null where that is not known.</param>
public sealed class RoomRefusedException(int status, string message, string? field = null, TimeSpan? retryAfter = null)
    : ProblemException(status, title: null, message)
{
    public override string? Field { get; } = field;

    public override TimeSpan? RetryAfter { get; } = retryAfter;

    /// <summary>Where the room is, if it is on another machine whose address is known; otherwise null.</summary>
    public Uri? Elsewhere { get; init; }

    /// <summary>400: what was sent is unusable.</summary>
    public static RoomRefusedException Invalid(string field, string message) => new(StatusCodes.Status400BadRequest, message, field);

    /// <summary>403: it is somebody else's, or nobody's who asks.</summary>
    public static RoomRefusedException Forbidden(string message) => new(StatusCodes.Status403Forbidden, message);

    /// <summary>404: there is nothing of that name.</summary>
    public static RoomRefusedException NotFound(string message) => new(StatusCodes.Status404NotFound, message);

    /// <summary>409: not now.</summary>
    public static RoomRefusedException Conflict(string message) => new(StatusCodes.Status409Conflict, message);
}
