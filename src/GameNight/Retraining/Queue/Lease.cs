using System.Text;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>
/// One holder at a time across all processes that share a store. Nobody compares clocks: whoever waits watches the
/// holder's heartbeat, and takes over when the document has not changed for the lease's duration on its own clock.
/// </summary>
/// <remarks>C. G. Gray and D. R. Cheriton, "Leases: an efficient fault-tolerant mechanism for distributed file cache consistency" (1989).</remarks>
/// <param name="documents">Where the lease lies.</param>
/// <param name="name">What it is for.</param>
/// <param name="duration">So long a holder may be silent before it has lost it.</param>
/// <param name="clock">This process's.</param>
public sealed class Lease(IDocumentStore documents, string name, TimeSpan duration, TimeProvider clock)
{
    private const string Collection = "leases";

    private readonly byte[] _me = Encoding.UTF8.GetBytes($"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}");
    private (long Revision, long Since)? _seen;

    /// <summary>Null where somebody else has it. Whoever wants it asks again and again: only so is a silent holder noticed.</summary>
    /// <exception cref="StoreException">The store cannot be asked.</exception>
    public async Task<LeaseHold?> TryTakeAsync(CancellationToken cancellation)
    {
        var document = await documents.FindAsync(Collection, name, cancellation);
        if (document is { Content.Length: > 0 } && !IsSilent(document.Revision))
            return null;
        var revision = document?.Revision ?? 0;
        if (!await documents.TryWriteAsync(Collection, name, _me, revision, cancellation))
            return null;
        _seen = null;
        return new LeaseHold(WriteAsync, FindMineAsync, revision + 1, duration, clock);
    }

    private async Task<long?> FindMineAsync(CancellationToken cancellation) =>
        await documents.FindAsync(Collection, name, cancellation) is { } document && document.Content.AsSpan().SequenceEqual(_me) ? document.Revision : null;

    private Task<bool> WriteAsync(bool keep, long revision, CancellationToken cancellation) =>
        documents.TryWriteAsync(Collection, name, keep ? _me : [], revision, cancellation);

    private bool IsSilent(long revision)
    {
        if (_seen is not { } seen || seen.Revision != revision)
            _seen = seen = (revision, clock.GetTimestamp());
        return clock.GetElapsedTime(seen.Since) >= duration;
    }
}
