using GameNight.Storage;

namespace GameNight.Identity.Erasure;

/// <summary>What players have had deleted so far, over all of them; a document that also says when the requests have changed.</summary>
/// <param name="Revision">One more with each request and each that is done.</param>
/// <param name="Drawings">How many drawings were deleted. A crash in the middle may leave some uncounted.</param>
/// <param name="Labelled">How many labels went, with those of drawings that were too old to be kept.</param>
public sealed record ErasureTotals(long Revision, long Drawings, long Labelled)
{
    private const string Collection = "erasure-totals";

    private static readonly ErasureTotals None = new(0, 0, 0);

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<ErasureTotals> ReadAsync(IDocumentStore documents, CancellationToken cancellation) =>
        (await documents.FindAsync(Collection, Collection, cancellation))?.Read<ErasureTotals>() ?? None;

    /// <summary>Adds to the totals, and lets every game look at the requests again.</summary>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    internal static Task AddAsync(IDocumentStore documents, long drawings, long labelled, CancellationToken cancellation) =>
        documents.ChangeAsync<ErasureTotals>(
            Collection, Collection,
            totals => (totals ?? None) is var before
                ? new ErasureTotals(before.Revision + 1, before.Drawings + drawings, before.Labelled + labelled)
                : null,
            cancellation);
}
