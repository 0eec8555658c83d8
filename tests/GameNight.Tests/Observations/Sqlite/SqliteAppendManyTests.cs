using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Sqlite;

/// <summary>Appends of many observations in one transaction.</summary>
public sealed class SqliteAppendManyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteObservationStore _store;

    public SqliteAppendManyTests() => _store = new(_folder.Path, NullLogger<SqliteObservationStore>.Instance);

    [Fact]
    public async Task Append_Many_KeepsFieldsAndOrder()
    {
        var plays = Enumerable.Range(0, 300).Select(i => ObservationBuilder.Of(300 - i) with
        {
            Label = i % 3 == 0 ? ObservationBuilder.Label(i % 10) : null,
            Ink = i % 5 == 0 ? null : ObservationBuilder.Of().Ink,
            Input = i % 4 == 0 ? null : InputKind.Pen,
            ChosenBy = i % 2 == 0 ? ChosenBy.Arm : ChosenBy.Player,
            Shadows = i % 7 == 0 ? [ObservationBuilder.Guess("k-means", 4) with { Version = "2" }] : [],
            Excluded = i % 11 == 0,
        }).ToList();
        Assert.All(await _store.AppendAsync(plays, default), outcome => Assert.Equal(AppendOutcome.Stored, outcome));
        AssertEqual(plays, (await _store.ReadAsync(null, 1000, default)).Items);
        AssertEqual(plays, (await _store.ReadChangesAsync(null, 1000, default)).Items);
    }

    [Fact]
    public async Task Append_Many_HasTheOutcomeOfEach()
    {
        var known = ObservationBuilder.Of(1);
        var play = ObservationBuilder.Of(2);
        await _store.AppendAsync(known, default);
        var outcomes = await _store.AppendAsync([play, known, play, known with { Player = "bob" }, ObservationBuilder.Of(3)], default);
        Assert.Equal(
            [AppendOutcome.Stored, AppendOutcome.AlreadyStored, AppendOutcome.AlreadyStored, AppendOutcome.Conflict, AppendOutcome.Stored],
            outcomes);
        Assert.Equal(3, (await _store.ReadAsync(null, 10, default)).Items.Count);
    }

    [Fact]
    public async Task Append_ManyWithOneInvalid_StoresNone()
    {
        var wrong = ObservationBuilder.Of() with { Label = new Label(12, Players.Host, ObservationBuilder.Evening) };
        await Assert.ThrowsAsync<StoreException>(
            () => _store.AppendAsync([ObservationBuilder.Of(1), wrong, ObservationBuilder.Of(2)], default));
        Assert.Empty((await _store.ReadAsync(null, 10, default)).Items);
    }

    [Fact]
    public async Task Append_None_DoesNothing()
    {
        Assert.Empty(await _store.AppendAsync([], default));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    private static void AssertEqual(List<Observation> expected, IReadOnlyList<Observation> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected.Zip(actual), pair => ObservationBuilder.AssertEqual(pair.First, pair.Second));
        Assert.Equal(expected.Select(play => play.Excluded), actual.Select(play => play.Excluded));
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }
}
