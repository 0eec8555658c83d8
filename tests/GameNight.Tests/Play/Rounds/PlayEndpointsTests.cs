using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Drawing.Rasters;

namespace GameNight.Tests.Play.Rounds;

public sealed class PlayEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    private readonly HttpClient _player = server.NewPlayer();

    [Fact]
    public async Task Observation_Marked_CountsInTheStatistics()
    {
        var before = await CountAsync("labelled");
        var observation = await ObserveAsync(_player);
        Assert.Equal(7, observation.GetProperty("chosen").GetProperty("digit").GetInt32());
        Assert.Equal(784, observation.GetProperty("image").GetArrayLength());
        Assert.Equal("mnist-cnn", observation.GetProperty("guesses")[0].GetProperty("algorithm").GetString());
        Assert.Equal(before, await CountAsync("labelled"));
        await LabelAsync(_player, observation, 7, HttpStatusCode.NoContent);
        await LabelAsync(_player, observation, 7, HttpStatusCode.NoContent);
        Assert.Equal(before + 1, await CountAsync("labelled"));
    }

    [Fact]
    public async Task Label_ByAnotherPlayer_IsForbidden()
    {
        var observation = await ObserveAsync(_player);
        await LabelAsync(server.NewPlayer(), observation, 1, HttpStatusCode.Forbidden);
        var other = server.NewPlayer();
        await ObserveAsync(other);
        await LabelAsync(other, observation, 1, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Label_ByTheHost_IsStored() =>
        await LabelAsync(server.NewHost(), await ObserveAsync(_player), 1, HttpStatusCode.NoContent);

    [Fact]
    public async Task Label_WithAWrongToken_IsUnauthorized()
    {
        var impostor = server.NewPlayer();
        impostor.DefaultRequestHeaders.Authorization = new("Bearer", "guess");
        await LabelAsync(impostor, await ObserveAsync(_player), 1, HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("""{"label":10}""")]
    [InlineData("""{"label":-1}""")]
    [InlineData("""{"label":"7"}""")]
    [InlineData("""{"label":1.5}""")]
    [InlineData("""{"label":null}""")]
    [InlineData("{}")]
    public async Task Label_NoDigit_NamesTheField(string body)
    {
        var id = (await ObserveAsync(_player)).GetProperty("id").GetGuid();
        await Problem.ExpectFieldAsync("label", await _player.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json(body)));
    }

    [Fact]
    public async Task Label_UnknownObservation_IsNotFound() => await Problem.ExpectAsync(
        HttpStatusCode.NotFound,
        await _player.PutAsync($"/api/observations/{Guid.NewGuid()}/label", SampleDrawings.Json("""{"label":1}""")));

    [Fact]
    public async Task Observation_Blank_IsRefusedAndNotStored()
    {
        var before = await CountAsync("observations");
        var response = await _player.PostAsync("/api/observations", SampleDrawings.Play("[]"));
        await Problem.ExpectAsync(HttpStatusCode.UnprocessableEntity, response);
        Assert.Equal(before, await CountAsync("observations"));
    }

    [Fact]
    public async Task Observation_WithoutAlgorithm_NamesTheField()
    {
        var body = SampleDrawings.Json($$"""{"strokes":{{SampleDrawings.One}}}""");
        await Problem.ExpectFieldAsync("algorithm", await _player.PostAsync("/api/observations", body));
    }

    [Fact]
    public async Task Observation_UnknownAlgorithm_IsNotFound()
    {
        var body = SampleDrawings.Play(SampleDrawings.One, "nobody");
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await _player.PostAsync("/api/observations", body));
    }

    [Fact]
    public async Task Observation_PlayerNamed_IsForTheHostOnly()
    {
        const string Body = $$"""{"algorithm":"mnist-cnn","player":"ada","strokes":{{SampleDrawings.One}}}""";
        await Problem.ExpectFieldAsync("player", await _player.PostAsync("/api/observations", SampleDrawings.Json(Body)));
        Assert.Equal(HttpStatusCode.Created, (await server.NewHost().PostAsync("/api/observations", SampleDrawings.Json(Body))).StatusCode);
    }

    [Theory]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}}}""", "program")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":null}""", "program")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"mouse"}""", "mouse")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"touch"}""", "touch")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"pen"}""", "pen")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"keyboard"}""", "keyboard")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"program"}""", "program")]
    [InlineData("""{"algorithm":"mnist-cnn","image":IMAGE}""", "picture")]
    [InlineData("""{"algorithm":"mnist-cnn","png":"PNG"}""", "picture")]
    public async Task Observation_OfAnyForm_IsStoredWithItsInput(string body, string input)
    {
        var stored = await FindAsync(await ObserveAsync(_player, Fill(body)));
        Assert.Equal(input, stored.GetProperty("input").GetString());
        Assert.Equal("player", stored.GetProperty("chosenBy").GetString());
        Assert.Equal("api", stored.GetProperty("origin").GetString());
    }

    [Theory]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"picture"}""")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":"Mouse"}""")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":""}""")]
    [InlineData($$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.One}},"input":0}""")]
    [InlineData("""{"algorithm":"mnist-cnn","image":IMAGE,"input":"mouse"}""")]
    public async Task Observation_ImpossibleInput_NamesTheField(string body) =>
        await Problem.ExpectFieldAsync("input", await _player.PostAsync("/api/observations", SampleDrawings.Json(Fill(body))));

    private static string Fill(string body) => body
        .Replace("IMAGE", $"[{string.Join(',', SampleDrawings.Image(SampleDrawings.One).ToNumbers())}]", StringComparison.Ordinal)
        .Replace("PNG", Convert.ToBase64String(Png.Write(SampleDrawings.Image(SampleDrawings.One))), StringComparison.Ordinal);

    private static Task<JsonElement> ObserveAsync(HttpClient player) =>
        ObserveAsync(player, $$"""{"algorithm":"mnist-cnn","strokes":{{SampleDrawings.Seven}}}""");

    private static async Task<JsonElement> ObserveAsync(HttpClient player, string body)
    {
        var response = await player.PostAsync("/api/observations", SampleDrawings.Json(body));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task LabelAsync(HttpClient player, JsonElement observation, int label, HttpStatusCode expected)
    {
        var id = observation.GetProperty("id").GetGuid();
        var response = await player.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json($$"""{"label":{{label}}}"""));
        Assert.Equal(expected, response.StatusCode);
    }

    /// <summary>The observation as the host reads it. The tests of this class store fewer than one page of them.</summary>
    private async Task<JsonElement> FindAsync(JsonElement observation)
    {
        using var host = server.NewHost();
        var page = await host.GetFromJsonAsync<JsonElement>("/api/observations?limit=1000");
        var id = observation.GetProperty("id").GetGuid();
        return page.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetGuid() == id);
    }

    private async Task<int> CountAsync(string property) =>
        (await _player.GetStatisticsAsync()).GetProperty(property).GetInt32();
}
