using GameNight.Observations.Store;

namespace GameNight.Tests.Scoreboard.Projection;

/// <summary>A store that keeps the ids of the changes that were read from it.</summary>
internal sealed class RecordedReads(IObservationStore store) : IObservationStore
{
    public List<Guid> Ids { get; } = [];

    public async Task<ObservationPage> ReadChangesAsync(string? after, int limit, CancellationToken cancellation)
    {
        var page = await store.ReadChangesAsync(after, limit, cancellation);
        Ids.AddRange(page.Items.Select(item => item.Id));
        return page;
    }

    public Task<AppendOutcome> AppendAsync(Observation observation, CancellationToken cancellation) =>
        store.AppendAsync(observation, cancellation);

    public Task<Observation?> FindAsync(Guid id, CancellationToken cancellation) =>
        store.FindAsync(id, cancellation);

    public Task<LabelOutcome> LabelAsync(Guid id, Label label, CancellationToken cancellation) =>
        store.LabelAsync(id, label, cancellation);

    public Task<VoteOutcome> VoteAsync(Guid id, Vote vote, CancellationToken cancellation) => store.VoteAsync(id, vote, cancellation);

    public Task UnvoteAsync(Guid id, string player, CancellationToken cancellation) => store.UnvoteAsync(id, player, cancellation);

    public Task<ObservationPage> ReadAsync(string? after, int limit, CancellationToken cancellation) =>
        store.ReadAsync(after, limit, cancellation);

    public Task<bool> ExcludeAsync(Guid id, bool excluded, CancellationToken cancellation) =>
        store.ExcludeAsync(id, excluded, cancellation);

    public Task<long> CountLabelledAsync(CancellationToken cancellation) =>
        store.CountLabelledAsync(cancellation);

    public Task<DeletedCount> DeleteAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        store.DeleteAsync(ids, cancellation);

    public Task UnlabelAsync(Guid id, CancellationToken cancellation) => store.UnlabelAsync(id, cancellation);

    public Task PurgeAsync(CancellationToken cancellation) => store.PurgeAsync(cancellation);
}
