using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

/// <summary>The contract of <see cref="IObservationStore"/>. Each store's tests inherit it and say how one is made.</summary>
public abstract partial class ObservationStoreContract : IAsyncLifetime
{
    private IObservationStore? _store;

    protected IObservationStore Store => _store!;

    /// <summary>Makes an empty store for one test.</summary>
    protected abstract Task<IObservationStore> CreateAsync();

    /// <summary>Removes what <see cref="CreateAsync"/> made.</summary>
    protected virtual Task RemoveAsync() => Task.CompletedTask;

    /// <summary>Completes when all that was written can be read by page.</summary>
    protected virtual Task SettledAsync() => Task.CompletedTask;

    public async Task InitializeAsync() => _store = await CreateAsync();

    public Task DisposeAsync() => RemoveAsync();

    /// <summary>Reads all observations, page by page.</summary>
    protected static async Task<List<Observation>> ReadAllAsync(IObservationStore store, int limit = 1000)
    {
        var all = new List<Observation>();
        string? cursor = null;
        while (true)
        {
            var page = await store.ReadAsync(cursor, limit, default);
            if (page.Items.Count == 0)
                return all;
            all.AddRange(page.Items);
            cursor = page.Next;
        }
    }

    /// <summary>Reads all changes, page by page.</summary>
    private async Task<List<Observation>> ReadAllChangesAsync(int limit = 1000)
    {
        await SettledAsync();
        var all = new List<Observation>();
        string? cursor = null;
        while (true)
        {
            var page = await Store.ReadChangesAsync(cursor, limit, default);
            Assert.InRange(page.Items.Count, 0, limit);
            all.AddRange(page.Items);
            if (page.Next == cursor)
                return all;
            cursor = page.Next;
        }
    }

    private async Task<Observation> AppendedAsync(Observation? observation = null)
    {
        observation ??= ObservationBuilder.Of();
        Assert.Equal(AppendOutcome.Stored, await Store.AppendAsync(observation, default));
        return observation;
    }
}
