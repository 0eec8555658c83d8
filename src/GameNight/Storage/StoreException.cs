using GameNight.Http;

namespace GameNight.Storage;

/// <summary>A store could not be read or written; the message says what was attempted and what prevented it.</summary>
public sealed class StoreException(string message, Exception? inner = null)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "Store unavailable", message, inner)
{
    /// <summary>Whether the same attempt can never succeed: the content cannot be stored or read, and the store itself works.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Without the message, which names places on the server.</summary>
    public override string Detail => "The game can't read or write drawings right now. Nothing was saved; try again.";
}
