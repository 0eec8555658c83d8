using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.Tests.ModelAdmin.Runs;

public sealed class TrainingEndpointsTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public async Task Start_WithoutMarks_IsAcceptedAndRefusedWithTheReason()
    {
        using var host = server.NewHost();
        var accepted = await host.PostAsJsonAsync("/api/training-runs", new { algorithm = "app-network" });
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        var run = default(JsonElement);
        await Eventually.TrueAsync(async () =>
        {
            run = await host.GetFromJsonAsync<JsonElement>(accepted.Headers.Location);
            return run.GetProperty("state").GetString() is not ("queued" or "running");
        }, "the run has ended");
        Assert.Equal(("app-network", "refused"), (run.GetProperty("algorithm").GetString(), run.GetProperty("state").GetString()));
        Assert.Equal(0, run.GetProperty("receipt").GetProperty("rows").GetProperty("learnedFrom").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, run.GetProperty("endedAt").ValueKind);
        Assert.Contains(
            (await host.GetFromJsonAsync<JsonElement>("/api/training-runs")).EnumerateArray(),
            listed => listed.GetProperty("id").GetString() == run.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("mnist-cnn")]
    [InlineData("nobody")]
    [InlineData("")]
    public async Task Start_SomebodyWhoDoesNotLearn_IsRefusedByName(string algorithm)
    {
        using var host = server.NewHost();
        await Problem.ExpectFieldAsync("algorithm", await host.PostAsJsonAsync("/api/training-runs", new { algorithm }));
    }

    [Fact]
    public async Task Find_AnUnknownRun_IsNotFound()
    {
        using var host = server.NewHost();
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await host.GetAsync("/api/training-runs/nothing"));
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await host.PostAsync("/api/training-runs/nothing/cancel", null));
    }

    [Theory]
    [InlineData("POST", "/api/training-runs")]
    [InlineData("GET", "/api/training-runs")]
    [InlineData("GET", "/api/training-runs/1")]
    [InlineData("POST", "/api/training-runs/1/cancel")]
    public async Task Call_ByAPlayer_IsForbidden(string method, string path)
    {
        using var player = server.NewPlayer();
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, await player.SendAsync(new HttpRequestMessage(new HttpMethod(method), path)));
    }
}
