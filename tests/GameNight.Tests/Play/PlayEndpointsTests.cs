using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.Tests.Play;

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
    public async Task Label_ByAStranger_IsForbidden()
    {
        var observation = await ObserveAsync(_player);
        await LabelAsync(server.NewPlayer(), observation, 1, HttpStatusCode.Forbidden);
        var other = server.NewPlayer();
        await ObserveAsync(other);
        await LabelAsync(other, observation, 1, HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Label_ByTheHost_IsTaken() =>
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
        await Problem.ExpectFieldAsync("label", await _player.PutAsync($"/api/observations/{id}/label", Drawings.Json(body)));
    }

    [Fact]
    public async Task Label_UnknownObservation_IsNotFound() => await Problem.ExpectAsync(
        HttpStatusCode.NotFound, await _player.PutAsync($"/api/observations/{Guid.NewGuid()}/label", Drawings.Json("""{"label":1}""")));

    [Fact]
    public async Task Observation_Blank_IsRefusedAndNotStored()
    {
        var before = await CountAsync("observations");
        await Problem.ExpectAsync(HttpStatusCode.UnprocessableEntity, await _player.PostAsync("/api/observations", Drawings.Play("[]")));
        Assert.Equal(before, await CountAsync("observations"));
    }

    [Fact]
    public async Task Observation_WithoutAlgorithm_NamesTheField() =>
        await Problem.ExpectFieldAsync("algorithm", await _player.PostAsync("/api/observations", Drawings.Json($$"""{"strokes":{{Drawings.One}}}""")));

    [Fact]
    public async Task Observation_UnknownAlgorithm_IsNotFound() =>
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await _player.PostAsync("/api/observations", Drawings.Play(Drawings.One, "nobody")));

    [Fact]
    public async Task Observation_PlayerNamed_IsForTheHostOnly()
    {
        const string Body = $$"""{"algorithm":"mnist-cnn","player":"ada","strokes":{{Drawings.One}}}""";
        await Problem.ExpectFieldAsync("player", await _player.PostAsync("/api/observations", Drawings.Json(Body)));
        Assert.Equal(HttpStatusCode.Created, (await server.NewHost().PostAsync("/api/observations", Drawings.Json(Body))).StatusCode);
    }

    private static async Task<JsonElement> ObserveAsync(HttpClient player)
    {
        var response = await player.PostAsync("/api/observations", Drawings.Play(Drawings.Seven));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var observation = await response.Content.ReadFromJsonAsync<JsonElement>();
        return observation;
    }

    private static async Task LabelAsync(HttpClient player, JsonElement observation, int label, HttpStatusCode expected)
    {
        var response = await player.PutAsync($"/api/observations/{observation.GetProperty("id").GetGuid()}/label", Drawings.Json($$"""{"label":{{label}}}"""));
        Assert.Equal(expected, response.StatusCode);
    }

    private async Task<int> CountAsync(string what) =>
        (await _player.GetFromJsonAsync<JsonElement>("/api/statistics")).GetProperty(what).GetInt32();
}
