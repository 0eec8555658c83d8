using GameNight.Http;

namespace GameNight.Storage;

/// <summary>The store could not read or write; the message says what it was asked and what stopped it.</summary>
public sealed class StoreException(string message, Exception? inner = null)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "Store unavailable", message, inner)
{
    /// <summary>It is the play that cannot be stored, not the store that is in trouble: to try again is of no use.</summary>
    public bool IsFinal { get; init; }

    /// <summary>Without the message, which names places on the server.</summary>
    public override string Detail => "The drawings cannot be read or written at present. Nothing was saved; try again.";
}
