using GameNight.Observations.Sqlite;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Identity.Keys;

/// <summary>Games with data folders of their own and common documents believe each other's cookies.</summary>
public sealed class KeySharingTests : IDisposable
{
    private readonly TemporaryFolder _documentsFolder = new();
    private readonly TemporaryFolder _oneFolder = new();
    private readonly TemporaryFolder _otherFolder = new();
    private readonly FakeClock _clock = new();
    private readonly InterceptedDocumentStore _documents;

    public KeySharingTests()
    {
        // ASP.NET compares the keys' dates with the machine's own clock.
        _clock.Set(TimeProvider.System.GetUtcNow());
        _documents = new(new SqliteDocumentStore(_documentsFolder.Path, NullLogger<SqliteDocumentStore>.Instance));
    }

    [Fact]
    public async Task Start_OfTwoAtOnce_EndsWithOneKeyForBoth()
    {
        await using var one = One(_documents);
        await using var other = Other(_documents);
        await Task.WhenAll(Task.Run(one.StartAsync), Task.Run(other.StartAsync));
        Assert.Equal(Assert.Single(one.Keys), Assert.Single(other.Keys));
        Assert.True(other.Believes(one.Sign("ann")));
    }

    [Fact]
    public async Task Start_WhereAnotherIsFirstInTheMiddle_TakesTheOthersKey()
    {
        // Both have read that there is no key, and both have made one.
        using var bothHaveRead = new Barrier(2);
        _documents.Before = call =>
        {
            if (call == nameof(IDocumentStore.TryWriteAsync) && bothHaveRead.CurrentPhaseNumber == 0)
                bothHaveRead.SignalAndWait();
        };
        await using var one = One(_documents);
        await using var other = Other(_documents);
        await Task.WhenAll(Task.Run(one.StartAsync), Task.Run(other.StartAsync));
        Assert.Equal(1, bothHaveRead.CurrentPhaseNumber);
        Assert.Equal(Assert.Single(one.Keys), Assert.Single(other.Keys));
    }

    [Fact]
    public async Task Key_MadeByOne_IsTheOthersWithinAMinute()
    {
        await using var one = One(_documents);
        await using var other = Other(_documents);
        await one.StartAsync();
        await other.StartAsync();
        one.MakeKey();
        Assert.NotEqual(one.Keys, other.Keys);
        var made = _clock.GetUtcNow();
        await _clock.PassUntilAsync(() => one.Keys.SequenceEqual(other.Keys), "the other game has the new key");
        Assert.Equal(2, other.Keys.Count());
        Assert.InRange(_clock.GetUtcNow() - made, TimeSpan.Zero, TimeSpan.FromMinutes(1.5));
    }

    [Fact]
    public async Task Keys_FromBeforeTheTable_StayValidEverywhere()
    {
        var (ann, bob) = ("", "");
        await using (var one = One(documents: null))
            ann = one.Sign("ann");
        await using (var other = Other(documents: null))
            bob = other.Sign("bob");
        await using (var one = One(_documents))
        await using (var other = Other(_documents))
        {
            await one.StartAsync();
            await other.StartAsync();
            Assert.True(other.Believes(ann) && other.Believes(bob));
            await _clock.PassUntilAsync(() => one.Believes(bob), "the first game has the other's key");
            Assert.True(one.Believes(ann));
        }

        // And whoever goes back to one machine takes all of them along.
        await using var alone = One(documents: null);
        Assert.True(alone.Believes(ann) && alone.Believes(bob));
    }

    [Fact]
    public async Task Start_StoreAwayWithoutKeys_IsNotReadyUntilItIsBackAndThenEveryoneBelievesItsOwn()
    {
        await using var other = Other(_documents);
        await other.StartAsync();
        var bob = other.Sign("bob");
        _documents.Kill();
        await using var one = One(_documents);
        await one.StartAsync();
        Assert.Equal(HealthStatus.Unhealthy, await one.HealthAsync());
        Assert.Contains(one.Log.Lines, line => line.StartsWith("Error: The keys that sign", StringComparison.Ordinal));
        var ann = one.Sign("ann");
        Assert.False(one.Believes(bob));

        _documents.Before = _ => { };
        await _clock.PassUntilAsync(() => one.Believes(bob) && other.Believes(ann), "both games have both keys");
        Assert.Equal(HealthStatus.Healthy, await one.HealthAsync());
    }

    [Fact]
    public async Task Start_StoreAwayOnceMore_IsNotReadyByTheKeyThatItMadeForItself()
    {
        _documents.Kill();
        for (var start = 1; start <= 2; start++)
        {
            await using var one = One(_documents);
            await one.StartAsync();
            Assert.True(one.Believes(one.Sign("ann")));
            Assert.Equal(HealthStatus.Unhealthy, await one.HealthAsync());
        }
    }

    [Fact]
    public async Task Start_StoreAwayWithCopies_KnowsEverybody()
    {
        string bob;
        await using (var other = Other(_documents))
        {
            await other.StartAsync();
            bob = other.Sign("bob");
            await using var before = One(_documents);
            await before.StartAsync();
        }

        _documents.Kill();
        await using var one = One(_documents);
        await one.StartAsync();
        Assert.Equal(HealthStatus.Healthy, await one.HealthAsync());
        Assert.True(one.Believes(bob));
    }

    [Fact]
    public async Task Start_DataFolderCannotBeWritten_SharesAllTheSame()
    {
        // Where the folder of the copies should be is a file.
        await File.WriteAllTextAsync(Path.Combine(_oneFolder.Path, "keys"), "");
        await using var one = One(_documents);
        await using var other = Other(_documents);
        await one.StartAsync();
        await other.StartAsync();
        Assert.True(other.Believes(one.Sign("ann")));
        Assert.Contains(one.Log.Lines, line => line.Contains("isn't copied into the data folder", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_DocumentOfSomethingElse_GoesOnWithItsOwn()
    {
        await _documents.TryWriteAsync("cookies", "keys", "no keys"u8.ToArray(), 0, default);
        await using var one = One(_documents);
        await one.StartAsync();
        Assert.True(one.Believes(one.Sign("ann")));
        Assert.Equal(HealthStatus.Unhealthy, await one.HealthAsync());
    }

    public void Dispose()
    {
        foreach (var folder in new[] { _documentsFolder, _oneFolder, _otherFolder })
            folder.Dispose();
    }

    private KeyGame One(IDocumentStore? documents) => new(_oneFolder, documents, _clock);

    private KeyGame Other(IDocumentStore? documents) => new(_otherFolder, documents, _clock);
}
