using GameNight.Http;

namespace GameNight.Models;

/// <summary>A version cannot be used; the message tells the host why.</summary>
public sealed class InvalidModelException(string message, Exception? inner = null)
    : ProblemException(StatusCodes.Status422UnprocessableEntity, "The version cannot serve", message, inner);
