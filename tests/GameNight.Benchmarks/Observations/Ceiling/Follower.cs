using GameNight.Observations.Store;

namespace GameNight.Benchmarks.Observations.Ceiling;

/// <summary>Reads a store while others write, and goes on from its cursor four times a second, as a game does.</summary>
internal sealed class Follower(IObservationStore store, int limit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The plays in the order in which they were appended.</summary>
    public List<Guid> Seen { get; } = [];

    /// <summary>The mark that each play had when its last change was read.</summary>
    public Dictionary<Guid, int?> Marks { get; } = [];

    /// <summary>Reads the plays until the end is reached after <paramref name="ended"/>.</summary>
    public Task FollowAsync(CancellationToken ended) =>
        FollowAsync(store.ReadAsync, page => Seen.AddRange(page.Items.Select(play => play.Id)), ended);

    /// <summary>Reads the changes until the end is reached after <paramref name="ended"/>.</summary>
    public Task FollowChangesAsync(CancellationToken ended) => FollowAsync(store.ReadChangesAsync, page =>
    {
        foreach (var play in page.Items)
            Marks[play.Id] = play.Label?.Digit;
    }, ended);

    private async Task FollowAsync(
        Func<string?, int, CancellationToken, Task<ObservationPage>> read, Action<ObservationPage> take, CancellationToken ended)
    {
        for (string? cursor = null; ;)
        {
            // Taken before the read: what is written after a read that began earlier needs another one.
            var isLast = ended.IsCancellationRequested;
            var page = await read(cursor, limit, CancellationToken.None);
            take(page);
            var isEnd = page.Next == cursor;
            cursor = page.Next;
            if (isEnd && isLast)
                return;
            if (isEnd)
                await Task.WhenAny(Task.Delay(Pause, ended));
        }
    }
}
