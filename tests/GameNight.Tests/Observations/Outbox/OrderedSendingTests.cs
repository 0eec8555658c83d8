using System.Collections.Concurrent;
using GameNight.Observations.Outbox;

namespace GameNight.Tests.Observations.Outbox;

public sealed class OrderedSendingTests
{
    [Fact]
    public async Task SendAll_WithSharedKeys_KeepsTheirOrderAndTheBound()
    {
        var (sent, under, most) = (new ConcurrentQueue<int>(), 0, 0);
        await OrderedSending.SendAllAsync(Enumerable.Range(0, 200), i => i % 5, 4, async i =>
        {
            most = Math.Max(most, Interlocked.Increment(ref under));
            await Task.Delay(Random.Shared.Next(3));
            sent.Enqueue(i);
            Interlocked.Decrement(ref under);
        });
        Assert.Equal(200, sent.Count);
        foreach (var key in Enumerable.Range(0, 5))
            Assert.Equal(Enumerable.Range(0, 40).Select(i => (5 * i) + key), sent.Where(i => i % 5 == key));
        Assert.InRange(most, 2, 4);
    }

    [Fact]
    public async Task SendAll_WithoutSharedKeys_BeginsInOrder()
    {
        var begun = new List<int>();
        await OrderedSending.SendAllAsync(Enumerable.Range(0, 200), i => i, 8, async i =>
        {
            begun.Add(i);
            await Task.Delay(Random.Shared.Next(3));
        });
        Assert.Equal(Enumerable.Range(0, 200), begun);
    }

    [Fact]
    public async Task SendAll_OneFails_EndsWhatIsUnderWayAndBeginsNothingMore()
    {
        var (slow, failed) = (new TaskCompletionSource(), new TaskCompletionSource());
        var sent = new ConcurrentQueue<int>();
        var sending = OrderedSending.SendAllAsync(Enumerable.Range(0, 10), i => i is 2 ? 1 : i, 3, async i =>
        {
            if (i == 0)
                await slow.Task;
            if (i == 1)
            {
                failed.SetResult();
                throw new InvalidOperationException("no connection");
            }

            sent.Enqueue(i);
            await failed.Task;
        });
        await failed.Task;
        Assert.False(sending.IsCompleted);
        slow.SetResult();
        Assert.Equal("no connection", (await Assert.ThrowsAsync<InvalidOperationException>(() => sending)).Message);
        Assert.DoesNotContain(2, sent);
        Assert.Contains(0, sent);
    }
}
