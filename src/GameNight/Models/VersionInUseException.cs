using GameNight.Http;

namespace GameNight.Models;

/// <summary>A version cannot be removed; the message says why.</summary>
public sealed class VersionInUseException(string message)
    : ProblemException(StatusCodes.Status409Conflict, "Version in use", message);
