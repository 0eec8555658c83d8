using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.Tests.Play.Practice;

/// <summary>Plays that come in later, under ids of their browser's own: each once, however often it is sent.</summary>
public sealed class PracticeEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    private static readonly double[][][] Seven = [[[10, 10], [60, 10], [30, 90]]];

    private readonly HttpClient _player = server.NewPlayer();

    [Fact]
    public async Task Play_SentTwice_IsThereOnceWithItsAnswer()
    {
        var id = Guid.NewGuid();
        var play = new { algorithm = "k-means", strokes = Seven, input = "touch", label = 7, age = 3_600_000 };
        var first = await SendAsync(_player, id, play);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var again = await SendAsync(_player, id, play with { age = 3_700_000 });
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        var own = Assert.Single(await OwnAsync(_player));
        Assert.Equal(id, own.GetProperty("id").GetGuid());
        Assert.Equal(7, own.GetProperty("label").GetProperty("digit").GetInt32());
        Assert.Equal("k-means", own.GetProperty("chosen").GetString());
        var age = DateTimeOffset.UtcNow - own.GetProperty("time").GetDateTimeOffset();
        Assert.InRange(age, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Play_SentManyTimesAtOnce_IsThereOnce()
    {
        var id = Guid.NewGuid();
        await SendAsync(_player, Guid.NewGuid(), new { algorithm = "k-means", strokes = Seven });
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => SendAsync(_player, id, new { algorithm = "k-means", strokes = Seven, label = 7 })));
        Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode));
        Assert.Single(await OwnAsync(_player), own => own.GetProperty("id").GetGuid() == id);
    }

    [Fact]
    public async Task Play_WhoseAnswerWasNotSentAtFirst_GetsIt()
    {
        var id = Guid.NewGuid();
        await SendAsync(_player, id, new { strokes = Seven });
        await SendAsync(_player, id, new { strokes = Seven, label = 1 });
        await SendAsync(_player, id, new { strokes = Seven, label = 2 });
        var own = Assert.Single(await OwnAsync(_player));
        Assert.Equal(1, own.GetProperty("label").GetProperty("digit").GetInt32());
    }

    [Fact]
    public async Task Play_OfAContestantThatIsGone_IsGuessedByTheOthers() => Assert.Equal(
        HttpStatusCode.Created, (await SendAsync(_player, Guid.NewGuid(), new { algorithm = "gone", strokes = Seven })).StatusCode);

    [Fact]
    public async Task Play_ThatIsNoDigit_HasNoLabel()
    {
        var id = Guid.NewGuid();
        await SendAsync(_player, id, new { strokes = Seven, notADigit = true });
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(_player, id, new { strokes = Seven, notADigit = true })).StatusCode);
        var own = Assert.Single(await OwnAsync(_player));
        Assert.False(own.TryGetProperty("label", out var label) && label.ValueKind != JsonValueKind.Null);
    }

    [Fact]
    public async Task Play_UnderAnIdOfAnotherPlayerOrDrawing_IsRefused()
    {
        var id = Guid.NewGuid();
        await SendAsync(_player, id, new { strokes = Seven });
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(server.NewPlayer(), id, new { strokes = Seven })).StatusCode);
        double[][][] other = [[[0, 0], [0, 90]]];
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(_player, id, new { strokes = other })).StatusCode);
        Assert.Single(await OwnAsync(_player));
    }

    [Fact]
    public async Task Play_FromBeforeItsPlayerHadEverythingDeleted_IsNotKept()
    {
        await SendAsync(_player, Guid.NewGuid(), new { strokes = Seven });
        (await _player.DeleteAsync("/api/players/me")).EnsureSuccessStatusCode();
        var late = await SendAsync(_player, Guid.NewGuid(), new { strokes = Seven, age = 60_000 });
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Theory]
    [InlineData("label", """{"strokes":[[[1,2]]],"label":10}""")]
    [InlineData("notADigit", """{"strokes":[[[1,2]]],"label":1,"notADigit":true}""")]
    [InlineData("age", """{"strokes":[[[1,2]]],"age":-1}""")]
    [InlineData("age", """{"strokes":[[[1,2]]],"age":1e300}""")]
    [InlineData("age", """{"strokes":[[[1,2]]],"age":9.5e14}""")]
    [InlineData("input", """{"strokes":[[[1,2]]],"input":"brush"}""")]
    [InlineData("strokes", "{}")]
    public async Task Play_WithAWrongPart_NamesIt(string field, string body) => await Problem.ExpectFieldAsync(
        field, await _player.PutAsync($"/api/observations/{Guid.NewGuid()}", SampleDrawings.Json(body)));

    [Fact]
    public async Task Play_Blank_IsRefused() => Assert.Equal(
        HttpStatusCode.UnprocessableEntity,
        (await _player.PutAsync($"/api/observations/{Guid.NewGuid()}", SampleDrawings.Json("""{"strokes":[]}"""))).StatusCode);

    private static Task<HttpResponseMessage> SendAsync(HttpClient player, Guid id, object play) =>
        player.PutAsJsonAsync($"/api/observations/{id}", play);

    private static async Task<List<JsonElement>> OwnAsync(HttpClient player) =>
        [.. (await player.GetFromJsonAsync<JsonElement>("/api/players/me/observations?limit=100")).GetProperty("items").EnumerateArray()];
}
