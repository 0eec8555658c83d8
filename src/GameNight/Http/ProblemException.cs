namespace GameNight.Http;

/// <summary>
/// A failure that says how the API answers it. <c>Hosting.ProblemHandler</c> turns it into problem details (RFC 9457); pages and
/// commands show its message.
/// </summary>
/// <param name="status">The HTTP status, 400 to 599.</param>
/// <param name="title">The kind of failure in a few words; null for the status's own phrase, such as "Not Found".</param>
/// <param name="message">What is wrong, in a sentence.</param>
/// <param name="inner">The cause; null where there is none.</param>
public abstract class ProblemException(int status, string? title, string message, Exception? inner = null) : Exception(message, inner)
{
    public int Status { get; } = status;

    public string? Title { get; } = title;

    /// <summary>The field that is wrong, such as <c>strokes[0]</c>, with the status 400; null where it is not one field.</summary>
    public virtual string? Field => null;

    /// <summary>What a caller is told: the message, unless that names places on the server.</summary>
    public virtual string Detail => Message;

    /// <summary>After which time the same call may succeed; null where that is not known.</summary>
    public virtual TimeSpan? RetryAfter => null;

    /// <summary>Whether the failure was logged where it happened, so that the calls which meet it later need not log it.</summary>
    public virtual bool IsLogged => false;
}
