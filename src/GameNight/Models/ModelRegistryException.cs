using GameNight.Http;

namespace GameNight.Models;

/// <summary>The registry cannot be reached, read or written.</summary>
public sealed class ModelRegistryException(string message, Exception inner)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "Registry unavailable", message, inner)
{
    /// <summary>Without the message, which names places on the server.</summary>
    public override string Detail => "The model registry can't be read or written right now. Nothing was changed; try again.";
}
