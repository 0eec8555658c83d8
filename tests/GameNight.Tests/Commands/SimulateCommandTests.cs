using System.Text.Json;
using GameNight.Commands;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Simulation;
using GameNight.Tests.Storage;
using GameNight.Training.SyntheticInk;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Commands;

/// <summary>Simulated evenings with the contestants that ship.</summary>
public sealed class SimulateCommandTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Simulate_RecordedInk_IsPlayedByItsWriters()
    {
        var ink = await WriteInkAsync(writers: 4, each: 5);
        Assert.Equal(0, await SimulateAsync("--ink", ink, "--players", "3", "--plays", "4", "--start", "2026-11-20T19:00:00Z"));
        var plays = await ReadAsync();
        Assert.Equal(12, plays.Count);
        Assert.All(plays.GroupBy(play => play.Player), player => Assert.Equal(4, player.Count()));
        Assert.All(plays, play => Assert.Matches("^simulated-10[0-3]$", play.Player));
        Assert.Equal(12, plays.DistinctBy(play => play.Image).Count());
        // The players draw in a random order and not in turn.
        Assert.True(plays.Zip(plays.Skip(1)).Count(pair => pair.First.Player != pair.Second.Player) > 3);
        Assert.All(plays, play => Assert.Equal(Contestants.Shipped, play.Guesses.Select(guess => guess.Algorithm)));
        Assert.All(plays, play => Assert.Equal(InkNormaliser.Normalise(play.Ink!), play.Image));
        // The file's label is in the first coordinate.
        Assert.All(plays, play => Assert.Equal((int)play.Ink!.Strokes[0][0].X, play.Label!.Digit));
        Assert.All(plays, play => Assert.Equal(play.Player, play.Label!.By));
        Assert.Equal(Enumerable.Range(0, 12).Select(turn => Start.AddSeconds(20 * turn)), plays.Select(play => play.Time));
    }

    [Fact]
    public async Task Simulate_MarksAndWrongLabels_AreAsManyAsAsked()
    {
        var flips = Path.Combine(_folder.Path, "flips.jsonl");
        string[] evening = ["--players", "5", "--plays", "40", "--marks", "0.8", "--wrong-labels", "0.25", "--flips", flips];
        Assert.Equal(0, await SimulateAsync(evening));
        var plays = (await ReadAsync()).ToDictionary(play => play.Id);
        var labelled = plays.Values.Count(play => play.Label is not null);
        // Binomial, five standard deviations.
        Assert.InRange(labelled, 160 - 5 * 5.7, 160 + 5 * 5.7);
        var flipped = (await File.ReadAllLinesAsync(flips))
            .Select(line => JsonSerializer.Deserialize<FlippedLabel>(line, JsonSerializerOptions.Web)!).ToList();
        Assert.InRange(flipped.Count, 40 - 5 * 5.5, 40 + 5 * 5.5);
        Assert.All(flipped, flip =>
        {
            Assert.NotEqual(flip.Meant, flip.Marked);
            Assert.InRange(flip.Marked, 0, 9);
            Assert.Equal(flip.Marked, plays[flip.Id].Label!.Digit);
        });
    }

    [Fact]
    public async Task Simulate_TheSameSeed_PlaysTheSameEvening()
    {
        string[] evening = ["--players", "3", "--plays", "6", "--start", "2026-11-20T19:00:00Z"];
        Assert.Equal(0, await SimulateAsync([.. evening, "--seed", "7"]));
        Assert.Equal(0, await SimulateAsync([.. evening, "--seed", "7", "--wrong-labels", "0.5"]));
        Assert.Equal(0, await SimulateAsync([.. evening, "--seed", "8"]));
        var plays = (await ReadAsync()).Select(play => (play.Player, play.Ink, play.Chosen)).ToList();
        Assert.Equal(plays[..18], plays[18..36]);
        Assert.NotEqual(plays[..18], plays[36..]);
    }

    [Fact]
    public async Task Simulate_Exported_CanBeImported()
    {
        var file = Path.Combine(_folder.Path, "evening.jsonl.gz");
        Assert.Equal(0, await SimulateAsync("--players", "4", "--plays", "50"));
        Assert.Equal(0, await RunAsync(ExportCommand.Create(), "--output", file));
        Assert.Equal(0, await RunAsync(ImportCommand.Create(), file));
        Assert.Equal(200, (await ReadAsync()).Count);
    }

    [Theory]
    [InlineData("--players", "0")]
    [InlineData("--plays", "0")]
    [InlineData("--plays", "many")]
    [InlineData("--marks", "1.5")]
    [InlineData("--wrong-labels", "-0.1")]
    [InlineData("--wrong-labels", "NaN")]
    [InlineData("--start", "tonight")]
    public async Task Simulate_AnInvalidOption_IsRefused(string option, string value)
    {
        Assert.NotEqual(0, await SimulateAsync("--players", "1", "--plays", "1", option, value));
        Assert.Empty(Directory.GetFiles(_folder.Path, "*.db"));
    }

    [Fact]
    public async Task Simulate_MorePlayersThanWriters_IsRefused()
    {
        var ink = await WriteInkAsync(writers: 2, each: 1);
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => SimulateAsync("--ink", ink, "--players", "3"));
        Assert.Contains("only 2 writers", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<int> SimulateAsync(params string[] options) => RunAsync(SimulateCommand.Create(), options);

    private Task<int> RunAsync(System.CommandLine.Command command, params string[] options) =>
        command.Parse([.. options, $"--GameNight:DataFolder={_folder.Path}"]).InvokeAsync(new() { EnableDefaultExceptionHandler = false });

    private async Task<IReadOnlyList<Observation>> ReadAsync()
    {
        using var store = new SqliteObservationStore(_folder.Path, NullLogger<SqliteObservationStore>.Instance);
        return (await store.ReadAsync(null, 1000, default)).Items;
    }

    /// <summary>Writes synthetic drawings as a file of recorded ink, each moved so that its first coordinate tells its label.</summary>
    private async Task<string> WriteInkAsync(int writers, int each)
    {
        var random = new Random(1);
        var lines = Enumerable.Range(0, writers * each).Select(i =>
        {
            var strokes = StrokeSkeletons.Draw(i % 10, random).ToStrokes();
            var move = i % 10 + 0.5 - strokes[0][0][0];
            var moved = strokes.Select(stroke => stroke.Select(point => new[] { point[0] + move, point[1] }));
            return JsonSerializer.Serialize(new { label = i % 10, writer = 100 + i / each, strokes = moved });
        });
        var file = Path.Combine(_folder.Path, "ink.jsonl");
        await File.WriteAllLinesAsync(file, lines);
        return file;
    }
}
