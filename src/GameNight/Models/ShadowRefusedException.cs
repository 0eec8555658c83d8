using GameNight.Http;

namespace GameNight.Models;

/// <summary>A version cannot be put on shadow; the message says why.</summary>
public sealed class ShadowRefusedException(string message)
    : ProblemException(StatusCodes.Status409Conflict, "Not on shadow", message);
