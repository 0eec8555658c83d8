using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GameNight.Tests.Recordings;

/// <summary>Tests that nothing is lost of a data folder that an earlier build wrote until a power cut.</summary>
public sealed class RecordedDataFolderTests : IDisposable
{
    private const string NoTraining = "Training:Enabled=false";

    private readonly Recording _recording = new("data-folder");

    public void Dispose() => _recording.Dispose();

    [Fact]
    public async Task Open_RecordedFolder_ReturnsTheRecordedResponses()
    {
        await using var game = await StartAsync(NoTraining);
        await game.AssertAnswersAsync();
        await game.AssertExportAsync();
        var (pages, guesses) = (_recording.Read("pages.json"), _recording.Read("guesses.json"));
        await RecordedPages.AssertChartsAsync(game.As("Ada"), pages);
        await RecordedPages.AssertDoubtAsync(await game.AsHostAsync(), pages);
        Assert.Equal((string)guesses["experiment"]!, (string)(await game.GetAsync("/api/experiment"))["mode"]!);

        var prediction = await game.Host.PostAsJsonAsync("/api/algorithms/templates/predictions", guesses["drawing"]).ReadAsync();
        AssertNear(guesses["templates"]!, prediction["probabilities"]!, 1e-6);
    }

    [Fact]
    public async Task Open_RecordedFolder_KeepsEveryFileAndEveryRow()
    {
        var before = Directory.CreateDirectory(Path.Combine(_recording.Folder, "before")).FullName;
        _recording.Unpack(before);
        await using var game = await StartAsync(NoTraining);
        await game.GetAsync("/api/statistics");
        RecordedFiles.AssertKept(Path.Combine(before, "state"), game.DataFolder);
    }

    [Fact]
    public async Task Label_WithARecordedCookie_IsAllowedToThePlayerAndTheHost()
    {
        await using var game = await StartAsync(NoTraining);
        var (ada, host) = (game.As("Ada"), await game.AsHostAsync());
        var play = (string)_recording.Player("Ada")["play"]!;
        var label = $"/api/observations/{play}/label";
        var digit = (int)(await game.FindAsync(play))["label"]!["digit"]!;
        var other = (digit + 1) % 10;

        await game.As("Ben").PutAsJsonAsync(label, new { label = other }).ExpectAsync(HttpStatusCode.Forbidden);
        await ada.PutAsJsonAsync(label, new { label = other }).ExpectAsync(HttpStatusCode.NoContent);
        var corrected = await game.FindAsync(play);
        Assert.Equal((other, (string)corrected["player"]!), ((int)corrected["label"]!["digit"]!, (string)corrected["label"]!["by"]!));
        await host.PutAsJsonAsync(label, new { label = digit }).ExpectAsync(HttpStatusCode.NoContent);
        Assert.Equal(digit, (int)(await game.FindAsync(play))["label"]!["digit"]!);

        await ada.PutAsJsonAsync("/api/experiment", new { mode = "arms" }).ExpectAsync(HttpStatusCode.Forbidden);
        await host.PutAsJsonAsync("/api/experiment", new { mode = "arms" }).ExpectAsync(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Play_WithARecordedCookie_IsAddedToTheRecordedPlays()
    {
        await using var game = await StartAsync(NoTraining);
        var ada = game.As("Ada");
        var labelled = (await game.Host.GetStatisticsAsync()).GetProperty("labelled").GetInt32();
        var drawing = new { algorithm = "templates", strokes = RecordedGame.Seven };
        var posted = new List<string>();
        // On a busy machine a guess on shadow may come too late to be recorded.
        var plays = await Eventually.FoundAsync(
            async () =>
            {
                posted.Add((string)(await ada.PostAsJsonAsync("/api/observations", drawing).ReadAsync())["id"]!);
                var stored = await game.ExportAsync();
                return stored[^1]["shadows"]!.AsArray() is [] ? null : stored;
            },
            "the recorded candidate guesses on shadow");
        await ada.PutAsJsonAsync($"/api/observations/{posted[^1]}/label", new { label = 7 }).ExpectAsync(HttpStatusCode.NoContent);

        Assert.Equal(posted, plays.Skip(_recording.ReadExport().Count).Select(play => (string)play["id"]!));
        var first = await game.FindAsync((string)_recording.Player("Ada")["play"]!);
        Assert.Equal((string)first["player"]!, (string)plays[^1]["player"]!);
        var shadow = Assert.Single(plays[^1]["shadows"]!.AsArray())!;
        Assert.Equal(("templates", "2"), ((string)shadow["algorithm"]!, (string)shadow["version"]!));
        Assert.Equal(labelled + 1, (await game.Host.GetStatisticsAsync()).GetProperty("labelled").GetInt32());
    }

    [Fact]
    public async Task Play_WithARecordedPersonalContestant_GetsTheRecordedGuess()
    {
        await using var game = await StartAsync(NoTraining);
        var (emil, guesses) = (game.As("Emil"), _recording.Read("guesses.json"));
        var drawing = guesses["drawing"]!.DeepClone();
        drawing["algorithm"] = "personal";
        var own = await Eventually.FoundAsync(
            async () =>
            {
                var guess = (await emil.PostAsJsonAsync("/api/observations", drawing).ReadAsync())["chosen"]!;
                return (int)guess["digit"]! == 6 ? guess["probabilities"] : null;
            },
            "Emil’s own contestant has learned his labels");
        // It has learned the same labels, by another method since.
        AssertNear(guesses["personal"]!, own, 0.02);
    }

    [Fact]
    public async Task Host_RecordedVersionsAndRuns_AreChanged()
    {
        await using var game = await StartAsync(NoTraining);
        var waiting = (await game.GetAsync("/api/training-runs")).AsArray().Single(run => (string)run!["state"]! == "queued")!["id"];
        var cancelled = await game.Host.PostAsync($"/api/training-runs/{waiting}/cancel", null).ReadAsync();
        Assert.Equal("cancelled", (string)cancelled["state"]!);

        var last = _recording.Answers.Where(answer => answer.Key.EndsWith("/activations", StringComparison.Ordinal))
            .SelectMany(answer => answer.Value!.AsArray()).Max(move => (int)move!["number"]!);
        var move = await game.Host.PostAsync("/api/algorithms/templates/versions/2/activate?why=again", null).ReadAsync();
        Assert.Equal(last + 1, (int)move["number"]!);
        Assert.Equal(("1", "2", "again"), ((string)move["from"]!, (string)move["to"]!, (string)move["why"]!));
        var back = await game.Host.PostAsync("/api/algorithms/app-network/versions/1/activate", null).ReadAsync();
        Assert.Equal("2", (string)back["from"]!);
        await game.Host.DeleteAsync("/api/algorithms/templates/versions/1").ExpectAsync(HttpStatusCode.NoContent);
        await game.Host.DeleteAsync("/api/algorithms/templates/versions/2").ExpectAsync(HttpStatusCode.Conflict);
    }

    /// <summary>
    /// The process that was killed has left a running run and a held lease. What was recorded before there were origins does not decide,
    /// so the version in service stays.
    /// </summary>
    [Fact]
    public async Task Train_RunOfAKilledProcess_EndsWithTheVersionInServiceAsItWas()
    {
        await using var game = await StartAsync(
            "Training:NewMarks=0", "Training:Daily=never", "Training:LeaseSeconds=15", "Training:PollSeconds=1");
        var ended = await Eventually.FoundAsync(
            async () =>
            {
                var run = await game.GetAsync($"/api/training-runs/{_recording.Facts["orphan"]}");
                return (string)run["state"]! is "queued" or "running" ? null : run;
            },
            "the run has ended");
        Assert.Equal("refused", (string)ended["state"]!);
        Assert.Contains("stays out of service: only 0 drawings of 0 people can decide", (string)ended["words"]!, StringComparison.Ordinal);
        Assert.Equal("2", (string)(await game.GetAsync("/api/algorithms/app-network/active"))["version"]!);
    }

    private Task<RecordedGame> StartAsync(params string[] settings) => RecordedGame.StartAsync(_recording, "state", settings);

    private static void AssertNear(JsonNode recorded, JsonNode now, double tolerance) =>
        Assert.All(
            recorded.AsArray().Zip(now.AsArray()), pair => Assert.Equal((double)pair.First!, (double)pair.Second!, tolerance));
}
