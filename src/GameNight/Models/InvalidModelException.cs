using GameNight.Http;

namespace GameNight.Models;

/// <summary>A version cannot serve; the message says why in words that a host understands.</summary>
public sealed class InvalidModelException(string message, Exception? inner = null)
    : ProblemException(StatusCodes.Status422UnprocessableEntity, "The version cannot serve", message, inner);
