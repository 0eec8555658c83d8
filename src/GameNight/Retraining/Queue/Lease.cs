using System.Text;
using GameNight.Storage;

namespace GameNight.Retraining.Queue;

/// <summary>
/// A lease that at most one of all processes that share a store holds. Clocks are not compared: a process that waits watches the
/// holder's heartbeat, a document that changes, and takes over when it has not changed for the lease's duration on its own clock.
/// </summary>
/// <remarks>
/// C. G. Gray and D. R. Cheriton, "Leases: an efficient fault-tolerant mechanism for distributed file cache consistency" (1989).
/// </remarks>
/// <param name="documents">Where the lease is kept.</param>
/// <param name="name">What it protects; the same in every process.</param>
/// <param name="duration">How long a holder may be silent before another may take the lease.</param>
/// <param name="clock">This process's clock.</param>
public sealed class Lease(IDocumentStore documents, string name, TimeSpan duration, TimeProvider clock)
{
    private const string Collection = "leases";

    private readonly byte[] _holder =
        Encoding.UTF8.GetBytes($"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}");
    private (long Revision, long Since)? _seen;

    /// <summary>Takes the lease if it is free. A process that wants it asks repeatedly: only so does it notice a silent holder.</summary>
    /// <returns>Null where another process holds it.</returns>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    public async Task<LeaseHold?> TryTakeAsync(CancellationToken cancellation)
    {
        var document = await documents.FindAsync(Collection, name, cancellation);
        if (document is { Content.Length: > 0 } && !IsSilent(document.Revision))
            return null;
        var revision = document?.Revision ?? 0;
        if (!await documents.TryWriteAsync(Collection, name, _holder, revision, cancellation))
            return null;
        _seen = null;
        return new LeaseHold(WriteAsync, FindMineAsync, revision + 1, duration, clock);
    }

    private async Task<long?> FindMineAsync(CancellationToken cancellation) =>
        await documents.FindAsync(Collection, name, cancellation) is { } document && document.Content.AsSpan().SequenceEqual(_holder)
            ? document.Revision
            : null;

    private Task<bool> WriteAsync(bool keep, long revision, CancellationToken cancellation) =>
        documents.TryWriteAsync(Collection, name, keep ? _holder : [], revision, cancellation);

    private bool IsSilent(long revision)
    {
        if (_seen is not { } seen || seen.Revision != revision)
            _seen = seen = (revision, clock.GetTimestamp());
        return clock.GetElapsedTime(seen.Since) >= duration;
    }
}
