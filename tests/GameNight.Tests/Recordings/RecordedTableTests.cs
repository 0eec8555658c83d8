using System.Net;
using System.Net.Http.Json;
using GameNight.Tests.Observations.DynamoDb;

namespace GameNight.Tests.Recordings;

/// <summary>
/// Tests that nothing is lost of a table that an earlier build wrote, and that the observations in a machine's outbox are delivered.
/// </summary>
public sealed class RecordedTableTests : IAsyncLifetime, IDisposable
{
    private readonly Recording _recording = new("table");
    private readonly TableServer _server;

    public RecordedTableTests() => _server = new TableServer(Path.Combine(_recording.Folder, "table"));

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _recording.Dispose();

    [DynaliteFact]
    public async Task Open_RecordedTable_DeliversTheOutboxAndReturnsTheRecordedResponses()
    {
        // Without the table, the game reports the backlog of the recorded outbox.
        await _server.StopAsync();
        await using var game = await StartAsync();
        var waiting = _recording.Facts["waiting"]!;
        await UntilBacklogAsync(game, (int)waiting["count"]!);
        Assert.Equal(1, (int)(await game.GetAsync("/health/ready"))["refused"]!);

        await _server.InitializeAsync();
        await UntilBacklogAsync(game, 0);
        await game.AssertExportAsync();
        Assert.Subset(
            (await game.ExportAsync()).Select(play => (string)play["id"]!).ToHashSet(),
            waiting["plays"]!.AsArray().Select(id => (string)id!).ToHashSet());
        foreach (var (id, digit) in waiting["marks"]!.AsObject())
            Assert.Equal((int)digit!, (int)(await game.FindAsync(id))["label"]!["digit"]!);

        // One of the 25 drawings that counted was recorded twice, and counts once since: in every figure of the charts, too.
        await game.AssertAnswersAsync(except: "/api/statistics");
        Assert.Equal(24, (int)(await game.GetAsync("/api/statistics"))["observations"]!);
        var pages = _recording.Read("pages.json");
        await RecordedPages.AssertDoubtAsync(await game.AsHostAsync(), pages);
        Assert.Equal((string)pages["experiment"]!, (string)(await game.GetAsync("/api/experiment"))["mode"]!);
    }

    [DynaliteFact]
    public async Task Play_RecordedTable_IsAddedAndLabelsAreChanged()
    {
        await using var game = await StartAsync();
        var gail = game.As("Gail");
        var (own, others) = ((string)_recording.Player("Gail")["play"]!, (string)_recording.Player("Hugo")["play"]!);
        await gail.PutAsJsonAsync($"/api/observations/{own}/label", new { label = 8 }).ExpectAsync(HttpStatusCode.NoContent);
        await gail.PutAsJsonAsync($"/api/observations/{others}/label", new { label = 9 }).ExpectAsync(HttpStatusCode.Forbidden);
        var host = await game.AsHostAsync();
        await host.PutAsJsonAsync($"/api/observations/{others}/label", new { label = 9 }).ExpectAsync(HttpStatusCode.NoContent);
        var play = await gail.PostAsJsonAsync("/api/observations", new { algorithm = "k-means", strokes = RecordedGame.Seven }).ReadAsync();
        await UntilBacklogAsync(game, 0);

        var plays = await game.ExportAsync();
        Assert.Equal((_recording.ReadExport().Count + 1, (string)play["id"]!), (plays.Count, (string)plays[^1]["id"]!));
        Assert.Equal(8, (int)(await game.FindAsync(own))["label"]!["digit"]!);
        Assert.Equal(9, (int)(await game.FindAsync(others))["label"]!["digit"]!);
        Assert.Equal((string)(await game.FindAsync(own))["player"]!, (string)plays[^1]["player"]!);
    }

    private Task<RecordedGame> StartAsync() => RecordedGame.StartAsync(
        _recording, "machine", "Training:Enabled=false", "Store:Provider=DynamoDb", "Store:DynamoDb:TableName=game-night",
        $"Store:DynamoDb:ServiceUrl=http://127.0.0.1:{_server.Port}");

    private static Task UntilBacklogAsync(RecordedGame game, int plays) => Eventually.TrueAsync(
        async () => (int)(await game.GetAsync("/health/ready"))["backlog"]! == plays, $"{plays} plays wait");

    private sealed class TableServer(string folder) : DynamoDbServer
    {
        protected override string Folder => folder;
    }
}
