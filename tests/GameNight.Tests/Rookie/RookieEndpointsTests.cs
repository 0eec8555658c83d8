using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Tests.Training.Examples;

namespace GameNight.Tests.Rookie;

/// <summary>The rookie in a running game.</summary>
public sealed class RookieEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public async Task Label_InARunningGame_IsLearnedAndForgottenByANewRookie()
    {
        using var player = server.NewPlayer();
        var lesson = SyntheticExamples.Draw(6, 1)[5];
        using var observed = await player.PostAsJsonAsync("/api/observations", new { algorithm = "rookie", strokes = lesson.Ink });
        var observation = await observed.Content.ReadFromJsonAsync<JsonElement>();
        using var labelled = await player.PutAsJsonAsync(
            $"/api/observations/{observation.GetProperty("id").GetString()}/label", new { label = lesson.Digit });
        await Eventually.TrueAsync(async () => await ConfidenceAsync() > 0.1f);

        using var host = server.NewHost();
        using var reset = await host.PostAsync("/api/algorithms/rookie/reset", null);
        Assert.Equal("2", (await reset.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("to").GetString());
        Assert.Equal(0.1f, await ConfidenceAsync(), 1e-6f);

        async Task<float> ConfidenceAsync()
        {
            using var guessed = await player.PostAsJsonAsync("/api/algorithms/rookie/predictions", new { strokes = lesson.Ink });
            return (await guessed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("confidence").GetSingle();
        }
    }

    [Fact]
    public async Task Reset_ByAPlayer_IsRefused()
    {
        using var player = server.NewPlayer();
        using var answer = await player.PostAsync("/api/algorithms/rookie/reset", null);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
