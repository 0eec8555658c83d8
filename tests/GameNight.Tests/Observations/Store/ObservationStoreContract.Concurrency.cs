using System.Collections.Concurrent;
using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    private const int Writers = 8;
    private const int PlaysEach = 25;

    [Fact]
    public async Task Append_EightWritersWithRepeats_StoresEachOnce()
    {
        var outcomes = new ConcurrentBag<AppendOutcome>();
        // Every observation is appended by two writers, as by a client that repeats a request whose answer was lost.
        var plays = Enumerable.Range(0, Writers / 2 * PlaysEach).Select(ObservationBuilder.Of).ToList();
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            foreach (var play in plays.Chunk(PlaysEach).ElementAt(writer / 2))
            {
                outcomes.Add(await Store.AppendAsync(play, default));
                await Store.LabelAsync(play.Id, ObservationBuilder.Label(play.Image.Pixels[0] % 10, $"writer {writer / 2}"), default);
            }
        })));

        Assert.Equal(plays.Count, outcomes.Count(outcome => outcome == AppendOutcome.Stored));
        Assert.Equal(plays.Count, outcomes.Count(outcome => outcome == AppendOutcome.AlreadyStored));
        await SettledAsync();
        var read = await ReadAllAsync(Store, 30);
        Assert.Equal(plays.Select(play => play.Id).Order(), read.Select(play => play.Id).Order());
        Assert.All(read, play => Assert.Equal(play.Image.Pixels[0] % 10, play.Label?.Digit));
    }

    [Fact]
    public async Task Read_WhileOthersAppend_HasEachOnce()
    {
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var seen = new List<Guid>();
            string? cursor = null;
            while (true)
            {
                // Taken before the read: an append after a read that began earlier needs another read.
                var last = done.IsCancellationRequested;
                var page = await Store.ReadAsync(cursor, 10, default);
                seen.AddRange(page.Items.Select(play => play.Id));
                cursor = page.Next;
                if (last && page.Items.Count == 0)
                    return seen;
            }
        });
        var plays = Enumerable.Range(0, Writers).Select(_ => Enumerable.Range(0, PlaysEach).Select(ObservationBuilder.Of).ToList())
            .ToList();
        try
        {
            await Task.WhenAll(plays.Select(own => Task.Run(async () =>
            {
                foreach (var play in own)
                    await Store.AppendAsync(play, default);
            })));
            await SettledAsync();
        }
        finally
        {
            await done.CancelAsync();
        }

        Assert.Equal(plays.SelectMany(own => own).Select(play => play.Id).Order(), (await reading).Order());
    }
}
