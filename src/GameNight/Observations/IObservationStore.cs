namespace GameNight.Observations;

/// <summary>
/// Where plays are kept. Every write is durable when its task completes, and may be repeated: the second time changes nothing.
/// Safe for concurrent use. Every method throws <see cref="ObservationStoreException"/> when the store cannot do its work.
/// </summary>
public interface IObservationStore
{
    Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation);

    Task<Observation?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Sets the true digit or corrects it. The digit that is already there is not written again, so the first word on it stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The digit is not 0 to 9.</exception>
    Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation);

    /// <summary>A page of observations in the order in which they were appended.</summary>
    /// <param name="after">The <see cref="ObservationPage.Next"/> of the page before; null from the start.</param>
    /// <param name="limit">At most so many, 1 to 1,000.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ArgumentException">The cursor is not one of this store's, or the limit is out of range.</exception>
    Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation);
}

/// <param name="Items">Oldest first.</param>
/// <param name="Next">Where to go on from, now or later; a page without items is the end for now. Null only where nothing was ever read.</param>
public sealed record ObservationPage(IReadOnlyList<Observation> Items, string? Next);

public enum AppendOutcome
{
    Stored,

    /// <summary>The same observation was there already.</summary>
    AlreadyStored,

    /// <summary>Another observation has this id; nothing was changed.</summary>
    Conflict,
}

public enum LabelOutcome
{
    Stored,

    /// <summary>The label had this digit already.</summary>
    Unchanged,

    NotFound,
}
