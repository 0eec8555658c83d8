namespace GameNight.Storage;

/// <summary>The store could not read or write; the message says what it was asked and what stopped it.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>It is the play that cannot be stored, not the store that is in trouble: to try again is of no use.</summary>
    public bool IsFinal { get; init; }
}
