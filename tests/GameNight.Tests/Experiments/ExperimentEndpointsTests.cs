using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.Tests.Experiments;

public sealed class ExperimentEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    private const string Address = "/api/experiment";

    [Fact]
    public async Task Mode_SetByTheHost_IsReadByPlayersAndDecidesTheNextChoice()
    {
        using var host = server.NewHost();
        using var player = server.NewPlayer();
        var before = await player.GetFromJsonAsync<JsonElement>(Address);
        Assert.Equal("lot", before.GetProperty("mode").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\d$", before.GetProperty("night").GetString());
        Assert.Contains("mnist-cnn", before.GetProperty("arms").EnumerateArray().Select(arm => arm.GetString()));

        Assert.Equal("lot", (await SurpriseAsync(player)).ChosenBy);

        await host.PutAsync(Address, SampleDrawings.Json("""{"mode":"arms"}"""));
        var first = await SurpriseAsync(player);
        var second = await SurpriseAsync(player);
        Assert.Equal("arm", first.ChosenBy);
        Assert.Equal(first, second);

        var answer = await host.PutAsync(Address, SampleDrawings.Json("""{"mode":"sampling"}"""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("sampling", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mode").GetString());
        Assert.Equal("sampling", (await player.GetFromJsonAsync<JsonElement>(Address)).GetProperty("mode").GetString());
        Assert.Equal("sampling", (await SurpriseAsync(player)).ChosenBy);
        await host.PutAsync(Address, SampleDrawings.Json("""{"mode":"arms"}"""));
        Assert.Equal(first, await SurpriseAsync(player));
        answer = await host.PutAsync(Address, SampleDrawings.Json("""{"mode":"lot"}"""));
        Assert.Equal("lot", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("mode").GetString());
    }

    [Fact]
    public async Task Mode_SetByAPlayer_IsForbidden()
    {
        using var player = server.NewPlayer();
        var response = await player.PutAsync(Address, SampleDrawings.Json("""{"mode":"sampling"}"""));
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, response);
    }

    [Theory]
    [InlineData("""{"mode":"banana"}""")]
    [InlineData("""{"mode":null}""")]
    [InlineData("""{"mode":1}""")]
    [InlineData("{}")]
    public async Task Mode_SetToAnInvalidValue_NamesTheField(string body) =>
        await Problem.ExpectFieldAsync("mode", await server.NewHost().PutAsync(Address, SampleDrawings.Json(body)));

    /// <summary>Plays a drawing for which the app chooses, and checks that the answer agrees with what is stored.</summary>
    private async Task<(string Algorithm, string ChosenBy)> SurpriseAsync(HttpClient player)
    {
        var response = await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven, "surprise"));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        using var host = server.NewHost();
        var stored = (await host.GetFromJsonAsync<JsonElement>("/api/observations?limit=1000")).GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("id").GetGuid() == answer.GetProperty("id").GetGuid());
        Assert.Equal(stored.GetProperty("chosen").GetString(), answer.GetProperty("chosen").GetProperty("algorithm").GetString());
        return (stored.GetProperty("chosen").GetString()!, stored.GetProperty("chosenBy").GetString()!);
    }
}
