using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Shell;

namespace GameNight.Tests.Shell;

public sealed class ServerTests(GameServer server) : IClassFixture<GameServer>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_Running_IsOk(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await server.NewPlayer().GetAsync(path)).StatusCode);

    [Fact]
    public async Task OpenApi_DescribesEveryCall()
    {
        var paths = (await server.NewPlayer().GetFromJsonAsync<JsonElement>("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name);
        Assert.Superset(
            new HashSet<string> { "/api/algorithms", "/api/algorithms/{id}/predictions", "/api/observations", "/api/observations/{id}/label", "/api/statistics" },
            paths.ToHashSet());
    }

    [Fact]
    public async Task Api_UnknownPath_IsNotFound() =>
        await Problem.ExpectAsync(HttpStatusCode.NotFound, await server.NewPlayer().GetAsync("/api/nothing"));

    [Fact]
    public async Task Api_WrongMethod_IsNotAllowed() =>
        await Problem.ExpectAsync(HttpStatusCode.MethodNotAllowed, await server.NewPlayer().DeleteAsync("/api/algorithms"));

    [Fact]
    public async Task HostLink_WrongKey_IsRefused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await server.NewPlayer().GetAsync("/host?key=guess")).StatusCode);

    [Fact]
    public async Task HostLink_OpenedTwice_WorksOnce()
    {
        var link = server.HostLink;
        using var host = server.NewPlayer();
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.NewPlayer().GetAsync(link)).StatusCode);
        var named = Drawings.Json($$"""{"algorithm":"mnist-cnn","player":"ada","strokes":{{Drawings.One}}}""");
        Assert.Equal(HttpStatusCode.Created, (await host.PostAsync("/api/observations", named)).StatusCode);
    }

    [Fact]
    public void Settings_SeveralWrong_AreAllNamed()
    {
        var message = Assert.Throws<InvalidSettingsException>(() => Server.Build(["--GameNight:Store:Provider=Paper", "--GameNight:Host:Token=short", "--GameNight:DataFoldr=/tmp"])).Message;
        Assert.Contains("GameNight:Store:Provider", message, StringComparison.Ordinal);
        Assert.Contains("GameNight:Host:Token", message, StringComparison.Ordinal);
        Assert.Contains("GameNight:DataFoldr", message, StringComparison.Ordinal);
    }
}
