using GameNight.Storage;

namespace GameNight.Observations.Store;

/// <summary>
/// Keeps observations. A write is durable when its task completes, and may be repeated: a repetition changes nothing. Safe for
/// concurrent use. Every method throws <see cref="StoreException"/> when the store cannot be read or written.
/// </summary>
public interface IObservationStore
{
    /// <summary>
    /// Adds an observation, with its label if it has one. Once more with the same id and content changes nothing. The label is
    /// no part of that comparison, and a repetition does not set it.
    /// </summary>
    Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation);

    /// <summary>The observation as it is now; null where none has this id.</summary>
    Task<Observation?> FindAsync(Guid id, CancellationToken cancellation);

    /// <summary>
    /// Sets an observation's label or corrects it. A label that has this digit already is not written again, so it keeps its
    /// first author and time.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The digit is not 0 to 9.</exception>
    Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation);

    /// <summary>Sets what a player reads in an observation, in place of the player's vote before. It does not change the label.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The digit is not 0 to 9.</exception>
    Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation);

    /// <summary>Takes the vote of a player away. Nothing happens where there is none.</summary>
    Task UnvoteAsync(Guid id, string player, CancellationToken cancellation);

    /// <summary>
    /// Reads a page of observations in the order in which they were appended. A reader that goes on from page to page while
    /// others append gets each observation once, with the label that it has at that moment.
    /// </summary>
    /// <param name="after">The <see cref="ObservationPage.Next"/> of the page before; null for the first page.</param>
    /// <param name="limit">The most observations, 1 to <see cref="ObservationPage.MaxLimit"/>.</param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ArgumentException">The cursor is not one of this store's, or the limit is out of range.</exception>
    Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation);

    /// <summary>
    /// Reads a page of observations in the order in which they last changed: by their append, their label, a vote or
    /// <see cref="ExcludeAsync"/>. A reader that goes on while others write gets each observation as it is after its last change,
    /// and may also get it as it was before, or twice.
    /// </summary>
    /// <param name="after">
    /// The <see cref="ObservationPage.Next"/> of the page before; null for the first page. Cursors of <see cref="ReadAsync"/> are
    /// not accepted.
    /// </param>
    /// <param name="limit">
    /// The most observations, 1 to <see cref="ObservationPage.MaxLimit"/>. A page may be empty and still have a new cursor: the
    /// end is reached when the cursor stays as it was.
    /// </param>
    /// <param name="cancellation">Ends the read.</param>
    /// <exception cref="ArgumentException">
    /// The cursor is not one of this store's (a store that was made anew in its place is another one), or the limit is out of range.
    /// </exception>
    Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation);

    /// <summary>
    /// Excludes an observation from training and charts, or includes it again. Nothing is written where that is so already.
    /// </summary>
    /// <returns>False where no observation has this id.</returns>
    Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation);

    /// <summary>
    /// How many observations have a label, cheaply. A crash while one is set may leave it uncounted or count it twice, which is exact
    /// enough for when to train and for advice; the charts count the observations themselves.
    /// </summary>
    Task<long> CountLabelledAsync(CancellationToken cancellation);

    /// <summary>
    /// Deletes observations with their labels; an id that no observation has is left out. Afterwards the store refuses earlier cursors
    /// of <see cref="ReadChangesAsync"/>, so that their readers begin anew; those of <see cref="ReadAsync"/> stay valid.
    /// </summary>
    /// <returns>What this call has deleted.</returns>
    Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation);

    /// <summary>Takes the label of an observation away, which is a change of it. Nothing happens where it has none.</summary>
    Task UnlabelAsync(Guid id, CancellationToken cancellation);

    /// <summary>
    /// Overwrites what was deleted from the store's files, which otherwise would still have parts of it. It may take minutes.
    /// </summary>
    Task PurgeAsync(CancellationToken cancellation);
}
