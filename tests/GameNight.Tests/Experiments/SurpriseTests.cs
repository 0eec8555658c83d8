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
    private readonly ScoreboardFixture _scoreboard;
    private readonly ContestantsFixture _fixture =
        ContestantsFixture.With(("mnist-cnn", 3), ("mnist-mlp", 8), ("k-means", 1), ("broken", null));
    private readonly FakeClock _clock = new();

    public SurpriseTests()
    {
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        _scoreboard = new ScoreboardFixture(_store);
    }

    [Fact]
    public async Task Choose_UntilAModeIsSet_IsAnEvenLotForEachDrawing()
    {
        var choices = await ChooseAsync([.. Enumerable.Repeat("ann", 600)]);
        Assert.All(choices, choice => Assert.Equal(ChosenBy.Lot, choice.By));
        // 200 each on average: with a probability of 1e-9 one has so few or so many.
        Assert.All(choices.GroupBy(choice => choice.Algorithm), arm => Assert.InRange(arm.Count(), 130, 275));
        Assert.Equal(["k-means", "mnist-cnn", "mnist-mlp"], choices.Select(choice => choice.Algorithm).Distinct().Order());
    }

    [Fact]
    public async Task Choose_InModeArms_KeepsOneForTheNightAndAssignsAnewForTheNext()
    {
        await SetArmsAsync();
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
    public async Task Choose_InModeArmsInAnotherTimeZone_KeepsOneFromNoonToNoonThere()
    {
        await SetArmsAsync();
        // It is five to midnight there: noon in UTC comes within five hours, noon there after twelve.
        var clock = new FakeClock(TimeZoneInfo.FindSystemTimeZoneById("Pacific/Auckland"));
        clock.Set(new DateTimeOffset(2026, 11, 21, 10, 55, 0, TimeSpan.Zero));
        var players = Enumerable.Range(0, 60).Select(number => $"player-{number}").ToList();
        var evening = await ChooseAsync(players, clock);
        clock.Pass(TimeSpan.FromHours(5));
        Assert.Equal(evening, await ChooseAsync(players, clock));
        clock.Pass(TimeSpan.FromHours(8));
        Assert.NotEqual(evening, await ChooseAsync(players, clock));
    }

    [Fact]
    public async Task Choose_InModeArms_IsTheSameInEveryProcessWhateverTheOrderOfAlgorithms()
    {
        await SetArmsAsync();
        using var other = ContestantsFixture.With(("k-means", 9), ("mnist-mlp", 9), ("mnist-cnn", 9));
        var elsewhere = Surprise(other);
        foreach (var player in Enumerable.Range(0, 20).Select(number => $"player-{number}"))
            Assert.Equal(await Surprise().ChooseAsync(player, default), await elsewhere.ChooseAsync(player, default));
    }

    [Fact]
    public async Task Choose_InModeArmsAfterARemoval_ReassignsOnlyTheRemovedAlgorithmsPlayers()
    {
        await SetArmsAsync();
        var players = Enumerable.Range(0, 60).Select(number => $"player-{number}").ToList();
        var before = await ChooseAsync(players);
        await _fixture.DismissAsync("k-means");
        var after = await ChooseAsync(players);
        Assert.All(before.Zip(after), pair => Assert.True(pair.First == pair.Second || pair.First.Algorithm == "k-means"));
        var reassigned = before.Zip(after).Where(pair => pair.First.Algorithm == "k-means").Select(pair => pair.Second.Algorithm);
        Assert.Equal(["mnist-cnn", "mnist-mlp"], reassigned.Distinct().Order());
    }

    [Fact]
    public async Task Choose_WithNoAlgorithmInService_IsNull()
    {
        using var empty = ContestantsFixture.With(("broken", null));
        Assert.Null(await Surprise(empty).ChooseAsync("ann", default));
    }

    [Fact]
    public async Task Choose_InModeSampling_FollowsTheCountsOfThisNight()
    {
        await new Experiment(_documents).SetAsync(ExperimentMode.Sampling, default);
        var tonight = Surprise().Night;
        var (start, end) = (tonight.StartIn(TimeZoneInfo.Utc), tonight.EndIn(TimeZoneInfo.Utc));
        await PlayAsync(20, "mnist-mlp", isRight: true, start, ChosenBy.Arm);
        await PlayAsync(20, "mnist-mlp", isRight: true, end.AddTicks(-1), ChosenBy.Sampling);
        await PlayAsync(40, "mnist-cnn", isRight: false, start, ChosenBy.Arm);
        await PlayAsync(40, "k-means", isRight: false, start, ChosenBy.Sampling);
        // None of these is a labelled surprise of tonight by an algorithm in service.
        await PlayAsync(300, "k-means", isRight: true, start, ChosenBy.Player);
        await PlayAsync(300, "k-means", isRight: true, start.AddTicks(-1), ChosenBy.Arm);
        await PlayAsync(300, "k-means", isRight: true, end, ChosenBy.Arm);
        await PlayAsync(300, "k-means", isRight: true, start, ChosenBy.Arm, isLabelled: false);
        await PlayAsync(300, "gone", isRight: true, start, ChosenBy.Arm);
        await _scoreboard.Projection.CatchUpAsync(default);
        // One of Beta(1, 41) is above one of Beta(41, 1) less often than once in 10^20.
        var best = new ChosenAlgorithm("mnist-mlp", ChosenBy.Sampling);
        Assert.All(await ChooseAsync(Enumerable.Repeat("ann", 20)), choice => Assert.Equal(best, choice));
    }

    [Fact]
    public async Task Choose_InModeSamplingWithoutCounts_TriesEveryAlgorithm()
    {
        await new Experiment(_documents).SetAsync(ExperimentMode.Sampling, default);
        // That one of three is missed 200 times has a probability of 3 · (2/3)^200 < 10^-34.
        var choices = await ChooseAsync(Enumerable.Repeat("ann", 200));
        Assert.Equal(["k-means", "mnist-cnn", "mnist-mlp"], choices.Select(choice => choice.Algorithm).Distinct().Order());
    }

    [Fact]
    public async Task Mode_SetByTheHost_SurvivesARestartAndIsReadByOtherProcesses()
    {
        Assert.Equal(ExperimentMode.Lot, await new Experiment(_documents).ReadAsync(default));
        var experiment = new Experiment(_documents);
        var changes = 0;
        experiment.Changed += () => changes++;
        await experiment.SetAsync(ExperimentMode.Sampling, default);
        using var reopened = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        Assert.Equal(ExperimentMode.Sampling, await new Experiment(reopened).ReadAsync(default));
        await experiment.SetAsync(ExperimentMode.Arms, default);
        Assert.Equal(ExperimentMode.Arms, await new Experiment(reopened).ReadAsync(default));
        Assert.Equal(2, changes);
    }

    [Fact]
    public async Task Mode_ThatCannotBeRead_KeepsEachPlayersArm()
    {
        await _documents.TryWriteAsync("experiment", "mode", "{\"mode\":\"banana\"}"u8.ToArray(), 0, default);
        await Assert.ThrowsAsync<StoreException>(() => new Experiment(_documents).ReadAsync(default));
        var arm = await Surprise().ChooseAsync("ann", default);
        Assert.Equal(ChosenBy.Arm, arm?.By);
        Assert.Equal(arm, await Surprise().ChooseAsync("ann", default));
    }

    [Fact]
    public async Task Get_UntilReset_IsTheSameAlgorithm()
    {
        await new Experiment(_documents).SetAsync(ExperimentMode.Sampling, default);
        var choice = new SurpriseChoice(Surprise(), new SurpriseGuests(), _fixture.Contestants);
        var chosen = new List<string>();
        for (var drawing = 0; drawing < 60; drawing++)
        {
            var first = await choice.GetAsync("ann");
            Assert.Same(first, await choice.GetAsync("ann"));
            chosen.Add(first!.Algorithm);
            choice.Reset("ann");
        }

        Assert.NotEqual(1, chosen.Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_AfterOneThatFailedOrWasCancelled_ChoosesAgain(bool isCancelled)
    {
        Exception failure = isCancelled ? new TaskCanceledException() : new InvalidOperationException();
        var reads = 0;
        var surprise = Surprise(documents: new InterceptedDocumentStore(_documents)
        {
            Before = _ =>
            {
                if (++reads == 1)
                    throw failure;
            },
        });
        var choice = new SurpriseChoice(surprise, new SurpriseGuests(), _fixture.Contestants);
        await Assert.ThrowsAsync(failure.GetType(), () => choice.GetAsync("ann"));
        Assert.NotNull(await choice.GetAsync("ann"));
    }

    [Fact]
    public async Task Get_AfterTheAlgorithmWasRemoved_IsAnother()
    {
        var choice = new SurpriseChoice(Surprise(), new SurpriseGuests(), _fixture.Contestants);
        var first = (await choice.GetAsync("ann"))!.Algorithm;
        await _fixture.DismissAsync(first);
        var second = (await choice.GetAsync("ann"))!.Algorithm;
        Assert.NotEqual(first, second);
        Assert.Equal(second, (await choice.GetAsync("ann"))!.Algorithm);
    }

    private Task SetArmsAsync() => new Experiment(_documents).SetAsync(ExperimentMode.Arms, default);

    public void Dispose()
    {
        _fixture.Dispose();
        _scoreboard.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }

    private Surprise Surprise(ContestantsFixture? fixture = null, FakeClock? clock = null, IDocumentStore? documents = null)
    {
        var contestants = (fixture ?? _fixture).Contestants;
        var experiment = new Experiment(documents ?? _documents);
        return new(contestants, experiment, _scoreboard.Reader, clock ?? _clock, NullLogger<Surprise>.Instance);
    }

    /// <summary>Stores plays of one time in which the chosen algorithm is always right or always wrong.</summary>
    private async Task PlayAsync(int plays, string chosen, bool isRight, DateTimeOffset time, ChosenBy by, bool isLabelled = true)
    {
        var label = isLabelled ? ObservationBuilder.Label(isRight ? 3 : 4) : null;
        for (var i = 0; i < plays; i++)
        {
            await _store.AppendAsync(ObservationBuilder.Of(i) with
            {
                Time = time,
                Ink = ScoredObservations.NewInk(),
                Chosen = chosen,
                ChosenBy = by,
                Guesses = [ObservationBuilder.Guess(chosen, 3)],
                Label = label,
                Task = null,
            }, default);
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
