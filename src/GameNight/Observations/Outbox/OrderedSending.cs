namespace GameNight.Observations.Outbox;

/// <summary>Sends much at once, and in order where the order counts.</summary>
internal static class OrderedSending
{
    /// <summary>
    /// Sends items, at most so many at once; those that share a key one after the other, in their order. The first ones of each key begin
    /// in their order, too. After a failure none is begun any more.
    /// </summary>
    /// <returns>Completes when nothing is under way any more, and fails where one has failed.</returns>
    public static async Task SendAllAsync<T>(IEnumerable<T> items, Func<T, object> keyOf, int most, Func<T, Task> send)
    {
        var (last, all, hasFailed) = (new Dictionary<object, Task>(), new List<Task>(), false);
        using var free = new SemaphoreSlim(most);
        foreach (var item in items)
        {
            var before = last.GetValueOrDefault(keyOf(item));
            if (before is null)
                await free.WaitAsync();
            all.Add(last[keyOf(item)] = SendAsync(item, before));
        }

        await Task.WhenAll(all);

        async Task SendAsync(T item, Task? before)
        {
            if (before is not null)
            {
                // Whoever has failed before says so itself.
                await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await free.WaitAsync();
            }

            try
            {
                if (!Volatile.Read(ref hasFailed))
                    await send(item);
            }
            catch
            {
                Volatile.Write(ref hasFailed, true);
                throw;
            }
            finally
            {
                free.Release();
            }
        }
    }
}
