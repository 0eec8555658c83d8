using GameNight.Recognition.Guessing;

namespace GameNight.Tests.Recognition.Guessing;

public sealed class ReplaceableTests
{
    [Fact]
    public void Take_Nothing_IsNull()
    {
        using var replaceable = new Replaceable<Value>();
        Assert.Null(replaceable.Take());
    }

    [Fact]
    public void Replace_WhileBeingRead_DisposesAfterTheLastReader()
    {
        using var replaceable = new Replaceable<Value>();
        var (old, replacement) = (new Value(), new Value());
        replaceable.Replace(old);
        var (one, two) = (replaceable.Take()!, replaceable.Take()!);
        replaceable.Replace(replacement);
        Assert.Same(replacement, Peek(replaceable));
        one.Dispose();
        one.Dispose();
        Assert.Equal(0, old.Disposals);
        two.Dispose();
        Assert.Equal((1, 0), (old.Disposals, replacement.Disposals));
    }

    [Fact]
    public async Task Replace_ManyTimesUnderManyReaders_DisposesEachValueOnceAndNeverWhileItIsRead()
    {
        var replaceable = new Replaceable<Value>();
        replaceable.Replace(new Value());
        var values = new List<Value>();
        using var done = new CancellationTokenSource();
        using var ready = new CountdownEvent(3);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(() =>
        {
            var reads = 0;
            for (; !done.IsCancellationRequested; reads++)
            {
                using var lease = replaceable.Take()!;
                Assert.Equal(0, lease.Value.Disposals);
                Thread.SpinWait(20);
                Assert.Equal(0, lease.Value.Disposals);
                if (reads == 0)
                    ready.Signal();
            }

            return reads;
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        try
        {
            await Eventually.TrueAsync(() => ready.IsSet || readers.Exists(reader => reader.IsCompleted));
            for (var i = 0; i < 20_000; i++)
            {
                values.Add(new Value());
                replaceable.Replace(values[^1]);
            }
        }
        finally
        {
            await done.CancelAsync();
        }

        Assert.All(await Task.WhenAll(readers), reads => Assert.NotEqual(0, reads));
        replaceable.Dispose();
        Assert.All(values, value => Assert.Equal(1, value.Disposals));
    }

    private static Value Peek(Replaceable<Value> replaceable)
    {
        using var lease = replaceable.Take()!;
        return lease.Value;
    }

    private sealed class Value : IDisposable
    {
        private int _disposals;

        public int Disposals => Volatile.Read(ref _disposals);

        public void Dispose() => Interlocked.Increment(ref _disposals);
    }
}
