using GameNight.Observations.Store;

namespace GameNight.Tests.Play.Rounds;

/// <summary>A store whose writes wait until <see cref="Gate"/> is completed.</summary>
internal sealed class PendingPlaysSlowStore(IObservationStore store) : IObservationStore
{
    public TaskCompletionSource Gate { get; } = new();

    public async Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation)
    {
        await Gate.Task;
        return await store.AppendAsync(observation, cancellation);
    }

    public async Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation)
    {
        await Gate.Task;
        return await store.LabelAsync(id, label, cancellation);
    }

    public async Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation)
    {
        await Gate.Task;
        return await store.VoteAsync(id, vote, cancellation);
    }

    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => store.UnvoteAsync(id, player, cancellation);

    public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) => store.FindAsync(id, cancellation);

    public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation) =>
        store.ReadAsync(after, limit, cancellation);

    public Task<long> CountLabelledAsync(CancellationToken cancellation) => store.CountLabelledAsync(cancellation);

    public Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        store.DeleteAsync(ids, cancellation);

    public Task UnlabelAsync(Guid id, CancellationToken cancellation) => store.UnlabelAsync(id, cancellation);

    public Task PurgeAsync(CancellationToken cancellation) => store.PurgeAsync(cancellation);

    public Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation) =>
        store.ReadChangesAsync(after, limit, cancellation);

    public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) =>
        store.ExcludeAsync(id, excluded, cancellation);
}
