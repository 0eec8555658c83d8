using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Observations.Store;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Privacy;

public sealed class PlayerEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public async Task List_PageByPage_HasOnesOwnDrawingsAndIsTheDownload()
    {
        using var ann = server.NewPlayer();
        using var bob = server.NewPlayer();
        var own = new List<string>();
        for (var i = 0; i < 5; i++)
            own.Add(await PlayAsync(ann));
        await PlayAsync(bob);

        var items = new List<JsonElement>();
        for (string? next = ""; next is not null;)
        {
            var page = await ann.GetFromJsonAsync<JsonElement>($"/api/players/me/observations?limit=2&after={next}");
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 0, 2);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(own, items.Select(item => item.GetProperty("id").GetString()!));
        var export = await ann.GetAsync("/api/players/me/observations/export");
        Assert.Equal("application/x-ndjson", export.Content.Headers.ContentType?.MediaType);
        Assert.Equal("my-drawings.jsonl", export.Content.Headers.ContentDisposition?.FileName);
        var lines = (await export.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(items.Select(item => item.GetRawText()), lines);
        Assert.Equal(5, (await ann.GetFromJsonAsync<JsonElement>("/api/players/me")).GetProperty("observations").GetInt32());
    }

    [Fact]
    public async Task List_ADrawingThatOthersHaveJudged_LeavesTheirVotesOut()
    {
        using var ann = server.NewPlayer();
        var id = await PlayAsync(ann);
        var store = server.Services.GetRequiredService<IObservationStore>();
        await store.VoteAsync(Guid.Parse(id), new Vote("a-juror", 7, DateTimeOffset.UtcNow), default);

        Assert.DoesNotContain("a-juror", await ann.GetStringAsync("/api/players/me/observations"), StringComparison.Ordinal);
        Assert.DoesNotContain("a-juror", await ann.GetStringAsync("/api/players/me/observations/export"), StringComparison.Ordinal);
        using var host = server.NewHost();
        Assert.Contains("a-juror", await host.GetStringAsync("/api/observations?limit=1000"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("after=7")]
    [InlineData("after=x.y")]
    [InlineData("after=1.2")]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("limit=x")]
    public async Task List_WrongParameter_NamesIt(string query)
    {
        using var ann = server.NewPlayer();
        var answer = await ann.GetAsync($"/api/players/me/observations?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(query.Split('=')[0], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutACookie_IsEmptyAndGivesNone()
    {
        using var stranger = server.NewPlayer();
        var answer = await stranger.GetAsync("/api/players/me/observations");
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((0, JsonValueKind.Null), (page.GetProperty("items").GetArrayLength(), page.GetProperty("next").ValueKind));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Empty(await stranger.GetStringAsync("/api/players/me/observations/export"));
    }

    private static async Task<string> PlayAsync(HttpClient player)
    {
        var played = await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven));
        return (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
