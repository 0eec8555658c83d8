namespace GameNight.Storage;

/// <summary>
/// What is kept in several documents, for those who look again and again: one small document, the same for every process at the store,
/// tells whether any of them has changed, and only then are they read. Safe for concurrent use.
/// </summary>
/// <param name="documents">The store.</param>
/// <param name="name">What is watched; the same in every process.</param>
/// <param name="read">Reads it.</param>
/// <param name="clock">This process's clock.</param>
public sealed class DocumentWatch<T>(
    IDocumentStore documents, string name, Func<CancellationToken, Task<T>> read, TimeProvider clock)
{
    private const string Collection = "revisions";

    /// <summary>After this time it is read all the same: a process may have ended after its change and before it noted that.</summary>
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private volatile Seen? _seen;

    /// <summary>What is there now, with every change that was noted.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public async Task<T> ReadAsync(CancellationToken cancellation)
    {
        var revision = (await documents.FindAsync(Collection, name, cancellation))?.Revision ?? 0;
        if (_seen is { } seen && seen.Revision == revision && clock.GetElapsedTime(seen.ReadAt) < MaxAge)
            return seen.Value;
        var readAt = clock.GetTimestamp();
        var value = await read(cancellation);
        _seen = new Seen(revision, readAt, value);
        return value;
    }

    /// <summary>Lets every process read again. It is called after a change and not cancelled, or others would not see the change.</summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task NoteChangeAsync()
    {
        var revision = (await documents.FindAsync(Collection, name, CancellationToken.None))?.Revision ?? 0;
        // Where another process is first, its note is later than this change, and stands for both.
        await documents.TryWriteAsync(Collection, name, [], revision, CancellationToken.None);
    }

    private sealed record Seen(long Revision, long ReadAt, T Value);
}
