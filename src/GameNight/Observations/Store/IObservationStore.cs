using GameNight.Storage;

namespace GameNight.Observations.Store;

/// <summary>
/// Where plays are kept. Every write is durable when its task completes, and may be repeated: the second time changes nothing.
/// Safe for concurrent use. Every method throws <see cref="StoreException"/> when the store cannot do its work.
/// </summary>
public interface IObservationStore
{
    /// <summary>Adds an observation, with its label if it brings one. Whether a repeated one is the same is judged without the label, which it never changes.</summary>
    Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation);

    /// <summary>The observation as it is now; null where nobody appended one with this id.</summary>
    Task<Observation?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>Sets the true digit or corrects it. The digit that is already there is not written again, so the first word on it stays.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The digit is not 0 to 9.</exception>
    Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation);

    /// <summary>
    /// A page of observations in the order in which they were appended. Who reads on from page to page while others append
    /// sees each observation once, with the label that it has at that moment.
    /// </summary>
    /// <param name="after">The <see cref="ObservationPage.Next"/> of the page before; null from the start.</param>
    /// <param name="limit">At most so many, 1 to <see cref="ObservationPage.MaxLimit"/>.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ArgumentException">The cursor is not one of this store's, or the limit is out of range.</exception>
    Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation);

    /// <summary>
    /// A page of observations in the order in which they last changed: by their append, their label or <see cref="ExcludeAsync"/>.
    /// Who reads on while others write sees each observation after its last change, and perhaps also as it was before, or once more.
    /// </summary>
    /// <param name="after">The <see cref="ObservationPage.Next"/> of the page before; null from the start. It is no cursor for <see cref="ReadAsync"/>.</param>
    /// <param name="limit">At most so many, 1 to <see cref="ObservationPage.MaxLimit"/>. A page may have none and yet a new <c>Next</c>: the end is where that stays as it was.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ArgumentException">The cursor is not one of this store's (one made anew in its place is another store), or the limit is out of range.</exception>
    Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation);

    /// <summary>Sets an observation aside, or takes it back in.</summary>
    /// <returns>Whether there is such an observation; nothing is written where it is as it shall be.</returns>
    Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation);

    /// <summary>
    /// How many observations have a label, for whoever waits for more of them. A crash in the middle of a mark may leave it
    /// out; nothing that is measured is measured by this number.
    /// </summary>
    Task<long> CountLabelledAsync(CancellationToken cancellation);
}
