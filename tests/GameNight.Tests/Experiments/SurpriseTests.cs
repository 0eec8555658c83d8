using GameNight.Experiments;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Play;
using GameNight.Tests.Scoreboard;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Experiments;

public sealed class SurpriseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;
    private readonly MemoryObservationStore _store = new();
    private readonly ScoreboardFixture _counted;
    private readonly ContestantsFixture _table = ContestantsFixture.With(("mnist-cnn", 3), ("mnist-mlp", 8), ("k-means", 1), ("broken", null));
    private readonly FakeClock _clock = new();

    public SurpriseTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _counted = new ScoreboardFixture(_store);
    }

    [Fact]
    public async Task Choose_InModeArms_KeepsOneForTheNightAndDealsAnewOnTheNext()
    {
        var players = Enumerable.Range(0, 60).Select(number => $"player-{number}").ToList();
        var evening = await ChooseAsync(players);
        Assert.All(evening, choice => Assert.Equal(ChosenBy.Arm, choice.By));
        Assert.Equal(["k-means", "mnist-cnn", "mnist-mlp"], evening.Select(choice => choice.Algorithm).Distinct().Order());
        Assert.Equal(evening, await ChooseAsync(players));
        var tonight = Surprise().Night;
        _clock.Pass(tonight.EndIn(TimeZoneInfo.Utc).AddSeconds(-1) - _clock.GetUtcNow());
        Assert.Equal(evening, await ChooseAsync(players));
        _clock.Pass(TimeSpan.FromSeconds(1));
        Assert.NotEqual(tonight, Surprise().Night);
        Assert.NotEqual(evening, await ChooseAsync(players));
    }

    [Fact]
    public async Task Choose_PartyFarAwayAtNoonOfUtc_GoesOnAsItBegan()
    {
        // On the other side of the world it is five to midnight then.
        var clock = new FakeClock(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));
        clock.Set(new DateTimeOffset(2026, 11, 21, 10, 55, 0, TimeSpan.Zero));
        var players = Enumerable.Range(0, 60).Select(number => $"player-{number}").ToList();
        var evening = await ChooseAsync(players, clock);
        clock.Pass(TimeSpan.FromHours(5));
        Assert.Equal(evening, await ChooseAsync(players, clock));
        // Noon is the end of it there, too.
        clock.Pass(TimeSpan.FromHours(8));
        Assert.NotEqual(evening, await ChooseAsync(players, clock));
    }

    [Fact]
    public async Task Choose_InModeArms_IsTheSameInEveryGameWhateverTheOrder()
    {
        using var other = ContestantsFixture.With(("k-means", 9), ("mnist-mlp", 9), ("mnist-cnn", 9));
        var there = Surprise(other);
        foreach (var player in Enumerable.Range(0, 20).Select(number => $"player-{number}"))
            Assert.Equal(await Surprise().ChooseAsync(player, default), await there.ChooseAsync(player, default));
    }

    [Fact]
    public async Task Choose_ArmThatLeaves_HandsItsOwnPlayersToTheNextAlone()
    {
        var players = Enumerable.Range(0, 60).Select(number => $"player-{number}").ToList();
        var before = await ChooseAsync(players);
        await _table.DismissAsync("k-means");
        var after = await ChooseAsync(players);
        Assert.All(before.Zip(after), pair => Assert.True(pair.First == pair.Second || pair.First.Algorithm == "k-means"));
        Assert.Equal(["mnist-cnn", "mnist-mlp"], before.Zip(after).Where(pair => pair.First.Algorithm == "k-means").Select(pair => pair.Second.Algorithm).Distinct().Order());
    }

    [Fact]
    public async Task Choose_NobodyInService_IsNobody()
    {
        using var empty = ContestantsFixture.With(("broken", null));
        Assert.Null(await Surprise(empty).ChooseAsync("ann", default));
    }

    [Fact]
    public async Task Choose_InModeSampling_FollowsTheCountsOfThisNight()
    {
        await new Experiment(_documents).SetAsync(ExperimentMode.Sampling, default);
        var tonight = Surprise().Night;
        await PlayAsync(20, "mnist-mlp", isRight: true, tonight.StartIn(TimeZoneInfo.Utc), ChosenBy.Arm);
        await PlayAsync(20, "mnist-mlp", isRight: true, tonight.EndIn(TimeZoneInfo.Utc).AddTicks(-1), ChosenBy.Sampling);
        await PlayAsync(40, "mnist-cnn", isRight: false, tonight.StartIn(TimeZoneInfo.Utc), ChosenBy.Arm);
        await PlayAsync(40, "k-means", isRight: false, tonight.StartIn(TimeZoneInfo.Utc), ChosenBy.Sampling);
        // None of these says anything of tonight's surprises.
        await PlayAsync(300, "k-means", isRight: true, tonight.StartIn(TimeZoneInfo.Utc), ChosenBy.Player);
        await PlayAsync(300, "k-means", isRight: true, tonight.StartIn(TimeZoneInfo.Utc).AddTicks(-1), ChosenBy.Arm);
        await PlayAsync(300, "k-means", isRight: true, tonight.EndIn(TimeZoneInfo.Utc), ChosenBy.Arm);
        await PlayAsync(300, "k-means", isRight: true, tonight.StartIn(TimeZoneInfo.Utc), ChosenBy.Arm, isMarked: false);
        await PlayAsync(300, "gone", isRight: true, tonight.StartIn(TimeZoneInfo.Utc), ChosenBy.Arm);
        await _counted.Projection.CatchUpAsync(default);
        // One of Beta(1, 41) is above one of Beta(41, 1) less often than once in 10^20.
        Assert.All(await ChooseAsync(Enumerable.Repeat("ann", 20)), choice => Assert.Equal(new ChosenAlgorithm("mnist-mlp", ChosenBy.Sampling), choice));
    }

    [Fact]
    public async Task Choose_InModeSamplingWithoutCounts_TriesEverybody()
    {
        await new Experiment(_documents).SetAsync(ExperimentMode.Sampling, default);
        // That one of three is missed 200 times has a probability of 3 · (2/3)^200 < 10^-34.
        var choices = await ChooseAsync(Enumerable.Repeat("ann", 200));
        Assert.Equal(["k-means", "mnist-cnn", "mnist-mlp"], choices.Select(choice => choice.Algorithm).Distinct().Order());
    }

    [Fact]
    public async Task Mode_SetByTheHost_IsThereAfterARestartAndForOtherGames()
    {
        Assert.Equal(ExperimentMode.Arms, await new Experiment(_documents).ReadAsync(default));
        var experiment = new Experiment(_documents);
        var heard = 0;
        experiment.Changed += () => heard++;
        await experiment.SetAsync(ExperimentMode.Sampling, default);
        using var reopened = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        Assert.Equal(ExperimentMode.Sampling, await new Experiment(reopened).ReadAsync(default));
        await experiment.SetAsync(ExperimentMode.Arms, default);
        Assert.Equal(ExperimentMode.Arms, await new Experiment(reopened).ReadAsync(default));
        Assert.Equal(2, heard);
    }

    [Fact]
    public async Task Mode_ThatCannotBeRead_LeavesEverybodyTheirArm()
    {
        var arm = await Surprise().ChooseAsync("ann", default);
        await _documents.TryWriteAsync("experiment", "mode", "{\"mode\":\"banana\"}"u8.ToArray(), 0, default);
        await Assert.ThrowsAsync<StoreException>(() => new Experiment(_documents).ReadAsync(default));
        Assert.Equal(arm, await Surprise().ChooseAsync("ann", default));
    }

    [Fact]
    public async Task Meet_OneDrawing_IsTheSameGuestUntilItIsAnswered()
    {
        await new Experiment(_documents).SetAsync(ExperimentMode.Sampling, default);
        var mystery = new SurpriseChoice(Surprise(), _table.Contestants);
        var guests = new List<string>();
        for (var drawing = 0; drawing < 60; drawing++)
        {
            var met = await mystery.MeetAsync("ann");
            Assert.Same(met, await mystery.MeetAsync("ann"));
            guests.Add(met!.Algorithm);
            mystery.Leave();
        }

        Assert.NotEqual(1, guests.Distinct().Count());
    }

    [Fact]
    public async Task Meet_GuestWhoLeft_HandsOver()
    {
        var mystery = new SurpriseChoice(Surprise(), _table.Contestants);
        var first = (await mystery.MeetAsync("ann"))!.Algorithm;
        await _table.DismissAsync(first);
        var second = (await mystery.MeetAsync("ann"))!.Algorithm;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await mystery.MeetAsync("ann"))!.Algorithm);
    }

    public void Dispose()
    {
        _table.Dispose();
        _counted.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private Surprise Surprise(ContestantsFixture? table = null, FakeClock? clock = null) => new(
        (table ?? _table).Contestants, new Experiment(_documents), _counted.Reader, clock ?? _clock, NullLogger<Surprise>.Instance);

    /// <summary>So many plays of one evening, all right or all wrong.</summary>
    private async Task PlayAsync(int plays, string chosen, bool isRight, DateTimeOffset time, ChosenBy by, bool isMarked = true)
    {
        for (var i = 0; i < plays; i++)
        {
            var label = isMarked ? ObservationBuilder.Label(isRight ? 3 : 4) : null;
            await _store.AppendAsync(ObservationBuilder.Of(i) with { Time = time, Chosen = chosen, ChosenBy = by, Guesses = [ObservationBuilder.Guess(chosen, 3)], Label = label }, default);
        }
    }

    private async Task<IReadOnlyList<ChosenAlgorithm>> ChooseAsync(IEnumerable<string> players, FakeClock? clock = null)
    {
        var surprise = Surprise(clock: clock);
        var choices = new List<ChosenAlgorithm>();
        foreach (var player in players)
            choices.Add((await surprise.ChooseAsync(player, default))!);
        return choices;
    }
}
