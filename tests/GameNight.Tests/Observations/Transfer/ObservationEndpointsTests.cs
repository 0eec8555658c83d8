using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Observations.Sqlite;
using GameNight.Tests.Observations.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Observations.Transfer;

public sealed class ObservationEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public async Task List_PageByPage_EqualsTheExport()
    {
        using var host = server.NewHost();
        for (var i = 0; i < 5; i++)
            await ObserveAsync(host, label: i % 2 == 0 ? 7 : null);
        var items = new List<string>();
        for (string? next = ""; next is not null;)
        {
            var page = await host.GetFromJsonAsync<JsonElement>($"/api/observations?limit=2&after={next}");
            items.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetRawText()));
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 0, 2);
            next = page.GetProperty("next").GetString();
        }

        var export = await host.GetAsync("/api/observations/export?format=jsonl");
        Assert.Equal("application/x-ndjson", export.Content.Headers.ContentType?.MediaType);
        Assert.Equal("observations.jsonl", export.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(items, (await export.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(items.Count >= 5);
    }

    [Fact]
    public async Task List_Item_HasEveryField()
    {
        using var host = server.NewHost();
        var id = await ObserveAsync(host, label: 1, player: "Zoë");
        var items = (await host.GetFromJsonAsync<JsonElement>("/api/observations?limit=1000")).GetProperty("items").EnumerateArray();
        var item = items.Single(item => item.GetProperty("id").GetGuid() == id);
        Assert.Equal(
            ("Zoë", "mnist-cnn", 1),
            (Text(item, "player"), Text(item, "chosen"), item.GetProperty("normaliserVersion").GetInt32()));
        Assert.True(DateTimeOffset.UtcNow - item.GetProperty("time").GetDateTimeOffset() < TimeSpan.FromHours(1));
        Assert.Equal(SampleDrawings.Seven, item.GetProperty("ink").GetRawText());
        Assert.Equal(
            SampleDrawings.Image(SampleDrawings.Seven).ToNumbers(),
            item.GetProperty("image").EnumerateArray().Select(pixel => pixel.GetInt32()));
        Assert.Equal(
            (1, "host"),
            (item.GetProperty("label").GetProperty("digit").GetInt32(), item.GetProperty("label").GetProperty("by").GetString()));
        Assert.Equal(
            ("player", 0, false),
            (Text(item, "chosenBy"), item.GetProperty("shadows").GetArrayLength(), item.GetProperty("excluded").GetBoolean()));
        Assert.Equal("host", Text(item, "origin"));
        Assert.True(item.TryGetProperty("input", out _));
        Assert.All(
            item.GetProperty("guesses").EnumerateArray(), guess => Assert.Equal(10, guess.GetProperty("probabilities").GetArrayLength()));
    }

    [Fact]
    public async Task Export_Csv_HasTheLabelledOnes()
    {
        using var host = server.NewHost();
        await ObserveAsync(host, label: null);
        await ObserveAsync(host, label: 3);
        var lines = (await host.GetStringAsync("/api/observations/export?format=csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var labelled = (await host.GetStatisticsAsync()).GetProperty("labelled").GetInt32();
        Assert.Equal(labelled, lines.Length);
        Assert.Equal(string.Join(',', [3, .. SampleDrawings.Image(SampleDrawings.Seven).ToNumbers()]), lines[^1]);
    }

    [Theory]
    [InlineData("/api/observations")]
    [InlineData("/api/observations/export?format=csv")]
    [InlineData("/api/observations/export")]
    public async Task Get_ByAPlayer_IsRefused(string path)
    {
        using var player = server.NewPlayer();
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, await player.GetAsync(path));
        player.DefaultRequestHeaders.Authorization = new("Bearer", "guess");
        await Problem.ExpectAsync(HttpStatusCode.Unauthorized, await player.GetAsync(path));
    }

    [Theory]
    [InlineData("?limit=0", "limit")]
    [InlineData("?limit=1001", "limit")]
    [InlineData("?limit=-1", "limit")]
    [InlineData("?limit=all", "limit")]
    [InlineData("?limit=1.5", "limit")]
    [InlineData("?limit=99999999999", "limit")]
    [InlineData("?after=nonsense", "after")]
    [InlineData("?after=-1", "after")]
    [InlineData("/export?format=xml", "format")]
    [InlineData("/export?format=", "format")]
    public async Task Get_InvalidParameter_NamesIt(string query, string field) =>
        await Problem.ExpectFieldAsync(field, await server.NewHost().GetAsync($"/api/observations{query}"));

    [Theory]
    [InlineData("jsonl")]
    [InlineData("csv")]
    public async Task Export_StoreFailsOnTheWay_EndsInAnError(string format)
    {
        await using var broken = await BrokenAsync(row: 250);
        using var host = broken.Server.NewHost();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => host.GetByteArrayAsync($"/api/observations/export?format={format}"));
    }

    [Fact]
    public async Task Export_StoreFailsAtOnce_IsServiceUnavailable()
    {
        await using var broken = await BrokenAsync(row: 1);
        using var host = broken.Server.NewHost();
        await Problem.ExpectAsync(HttpStatusCode.ServiceUnavailable, await host.GetAsync("/api/observations/export"));
    }

    [Fact]
    public async Task Export_NothingRecorded_IsEmpty()
    {
        await using var running = await RunningServer.StartAsync();
        using var host = running.Server.NewHost();
        Assert.Equal("", await host.GetStringAsync("/api/observations/export"));
        Assert.Equal("""{"items":[],"next":null}""", await host.GetStringAsync("/api/observations"));
    }

    private static string? Text(JsonElement item, string property) => item.GetProperty(property).GetString();

    private static async Task<Guid> ObserveAsync(HttpClient host, int? label, string player = "ada")
    {
        var answer = await host.PostAsync(
            "/api/observations",
            SampleDrawings.Json($$"""{"algorithm":"mnist-cnn","player":"{{player}}","strokes":{{SampleDrawings.Seven}}}"""));
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        if (label is { } digit)
        {
            (await host.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json($$"""{"label":{{digit}}}""")))
                .EnsureSuccessStatusCode();
        }

        return id;
    }

    /// <summary>A game whose store has 260 observations, one of them malformed.</summary>
    private static async Task<RunningServer> BrokenAsync(int row)
    {
        var running = await RunningServer.StartAsync();
        using (var store = new SqliteObservationStore(running.Server.DataFolder, NullLogger<SqliteObservationStore>.Instance))
        {
            for (var i = 0; i < 260; i++)
                await store.AppendAsync(ObservationBuilder.Of() with { Label = ObservationBuilder.Label(3) }, default);
        }

        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(running.Server.DataFolder, SqliteObservationStore.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE observation SET guesses = 'nonsense' WHERE sequence = $row";
        command.Parameters.AddWithValue("$row", row);
        Assert.Equal(1, await command.ExecuteNonQueryAsync());
        return running;
    }

    private sealed record RunningServer(GameServer Server) : IAsyncDisposable
    {
        public static async Task<RunningServer> StartAsync()
        {
            var server = GameServer.With();
            await server.InitializeAsync();
            return new RunningServer(server);
        }

        public async ValueTask DisposeAsync() => await Server.DisposeAsync();
    }
}
