using GameNight.Observations.Store;

namespace GameNight.Tests.Observations.Store;

public abstract partial class ObservationStoreContract
{
    /// <summary>The number of observations that the eight writers append.</summary>
    protected virtual int Load => 5000;

    [Fact]
    public async Task Append_ThousandsByEightWritersWithRepeats_StoresEachOnceAndInOrder()
    {
        var plays = Enumerable.Range(0, Load).Select(ObservationBuilder.Of).ToList();
        var stored = 0;
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var random = new Random(writer);
            foreach (var play in plays.Where((_, i) => i % Writers == writer))
            {
                // Repeated at once, as after a lost connection, or after the answer.
                var sent = random.Next(4) == 0
                    ? (await Task.WhenAll(Store.AppendAsync(play, default), Store.AppendAsync(play, default))).ToList()
                    : [await Store.AppendAsync(play, default)];
                if (random.Next(4) == 0)
                    sent.Add(await Store.AppendAsync(play, default));
                Assert.DoesNotContain(AppendOutcome.Conflict, sent);
                Interlocked.Add(ref stored, sent.Count(outcome => outcome == AppendOutcome.Stored));
            }
        })));

        Assert.Equal(plays.Count, stored);
        var read = await ReadAllAsync(Store);
        Assert.Equal(plays.Select(play => play.Id).Order(), read.Select(play => play.Id).Order());
        // The observations of each writer are in the order in which it sent them.
        var order = read.Select((play, at) => (play.Id, at)).ToDictionary(read => read.Id, read => read.at);
        for (var writer = 0; writer < Writers; writer++)
        {
            var own = plays.Where((_, i) => i % Writers == writer).Select(play => order[play.Id]).ToList();
            Assert.Equal(own.Order(), own);
        }
    }
}
