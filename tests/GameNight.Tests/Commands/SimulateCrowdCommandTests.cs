using System.Text.Json;
using GameNight.Commands;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Simulation;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Commands;

/// <summary>Simulated crowds, whose guesses are random.</summary>
public sealed class SimulateCrowdCommandTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 9, 21, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task SimulateCrowd_Plays_AreStoredOnce()
    {
        string[] crowd = ["--plays", "2500", "--players", "50", "--days", "14", "--start", "2026-09-21T00:00:00Z"];
        Assert.Equal(0, await SimulateAsync(crowd));
        var plays = await ReadAsync();
        Assert.Equal(2500, plays.Count);
        Assert.Equal(plays.OrderBy(play => play.Time).Select(play => play.Id), plays.Select(play => play.Id));
        Assert.All(plays, play => Assert.InRange(play.Time, Start, Start.AddDays(14)));

        Assert.Equal(0, await SimulateAsync(crowd));
        Assert.Equal(2500, (await ReadAsync()).Count);
        Assert.Equal(0, await SimulateAsync([.. crowd, "--seed", "2"]));
        Assert.Equal(5000, (await ReadAsync()).Count);
    }

    [Theory]
    [InlineData("--plays", "0")]
    [InlineData("--plays", "many")]
    [InlineData("--players", "0")]
    [InlineData("--days", "0")]
    [InlineData("--start", "last summer")]
    public async Task SimulateCrowd_AnInvalidOption_IsRefused(string option, string value)
    {
        Assert.NotEqual(0, await SimulateAsync("--plays", "1", option, value));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.db"));
    }

    [Fact]
    public void Play_TheSameSeed_MakesTheSamePlays()
    {
        var options = new CrowdOptions(200, Start, Players: 20, Drawings: 3);
        Assert.Equal(Json(options), Json(options));
        Assert.NotEqual(Json(options), Json(options with { Seed = 2 }));
    }

    [Fact]
    public void Play_EveryPlay_SurvivesExportAndImport()
    {
        foreach (var play in new Crowd(new CrowdOptions(500, Start, Drawings: 3)).Play())
        {
            Assert.True(play.IsSamePlayAs(ObservationJson.Parse(JsonSerializer.Serialize(play, ObservationJson.Options))));
            Assert.Equal(Contestants.Shipped, play.Guesses.Select(guess => guess.Algorithm));
            Assert.Equal(play.Input == InputKind.Picture, play.Ink is null);
            if (play.Ink is not { } ink)
                continue;
            Assert.Equal(InkNormaliser.Normalise(ink), play.Image);
            var times = ink.Strokes.SelectMany(stroke => stroke).Select(point => point.T!.Value).ToList();
            Assert.Equal(times.Order(), times);
        }
    }

    [Fact]
    public void Play_RandomProperties_HaveTheirShares()
    {
        var plays = new Crowd(new CrowdOptions(10_000, Start, Players: 200, Drawings: 3)).Play().ToList();
        var labelled = plays.Where(play => play.Label is not null).ToList();
        AssertShare(0.8, plays, play => play.Label is not null);
        AssertShare(0.02, plays, play => play.Label?.By == Players.Host);
        AssertShare(0.005, plays, play => play.Excluded);
        AssertShare(0.2, plays, play => play.ChosenBy == ChosenBy.Arm);
        AssertShare(0.1, plays, play => play.ChosenBy == ChosenBy.Sampling);
        var arms = plays.Where(play => play.ChosenBy == ChosenBy.Arm).GroupBy(play => (play.Player, (play.Time - Start).Days));
        Assert.All(arms, night => Assert.Single(night.Select(play => play.Chosen).Distinct()));
        // Nearly all players play, and half of all plays are between six and eleven in the evening.
        Assert.InRange(plays.Select(play => play.Player).Distinct().Count(), 180, 200);
        Assert.InRange(plays.Count(play => play.Time.Hour is >= 18 and < 23), 5000, 7500);
        // The k-means contestant is wrong more often than the network, and both more often right than not.
        Assert.InRange(Accuracy(labelled, "k-means"), 0.55, 0.8);
        Assert.InRange(Accuracy(labelled, "mnist-cnn"), 0.85, 0.97);
    }

    [Fact]
    public void Play_OverTheWeeks_HasNewVersionsAndOneOnShadow()
    {
        var plays = new Crowd(new CrowdOptions(2_000, Start, Drawings: 3)).Play().ToList();
        var versions = plays.Select(play => play.Guesses.Single(guess => guess.Algorithm == "app-network").Version).ToList();
        Assert.Equal(["1", "2", "3"], versions.Distinct());
        Assert.Equal(versions.Order(), versions);
        var shadowStart = Start.AddDays(60 - 7);
        Assert.All(plays, play =>
        {
            string[] expected = play.Time >= shadowStart ? ["app-network 4"] : [];
            Assert.Equal(expected, play.Shadows.Select(guess => $"{guess.Algorithm} {guess.Version}"));
        });
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Asserts that a share of plays is as expected, to within five standard deviations of a binomial.</summary>
    private static void AssertShare(double share, List<Observation> plays, Func<Observation, bool> condition)
    {
        var deviation = Math.Sqrt(share * (1 - share) * plays.Count);
        Assert.InRange(plays.Count(condition) - share * plays.Count, -5 * deviation, 5 * deviation);
    }

    private static double Accuracy(List<Observation> labelled, string algorithm) =>
        labelled.Average(play => play.Guesses.Single(guess => guess.Algorithm == algorithm).Digit == play.Label!.Digit ? 1.0 : 0.0);

    private static IEnumerable<string> Json(CrowdOptions options) =>
        new Crowd(options).Play().Select(play => JsonSerializer.Serialize(play, ObservationJson.Options));

    private Task<int> SimulateAsync(params string[] options) =>
        SimulateCrowdCommand.Create().Parse([.. options, $"--GameNight:DataFolder={_folder.Path}"])
            .InvokeAsync(new() { EnableDefaultExceptionHandler = false });

    private async Task<List<Observation>> ReadAsync()
    {
        using var store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
        var (plays, page) = (new List<Observation>(), await store.ReadAsync(null, 1000, default));
        for (; page.Items.Count > 0; page = await store.ReadAsync(page.Next, 1000, default))
            plays.AddRange(page.Items);
        return plays;
    }
}
