using System.Net;
using System.Net.WebSockets;

namespace GameNight.Tests.Identity.Access;

/// <summary>Pages of other sites and ports get no circuit, and change nothing with a cookie; programs are not concerned.</summary>
public sealed class RequestOriginTests(HostServer server) : IClassFixture<HostServer>
{
    private const string Change = "/api/experiment";

    private string Own => server.Game.Address.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData(null, null, null, HttpStatusCode.OK)]
    [InlineData("own", null, null, HttpStatusCode.OK)]
    [InlineData("own", "same-origin", null, HttpStatusCode.OK)]
    [InlineData(null, null, "own", HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1:9", null, null, HttpStatusCode.Forbidden)]
    [InlineData("http://evil.example", null, null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, null, HttpStatusCode.Forbidden)]
    [InlineData("own", "cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "same-site", null, HttpStatusCode.Forbidden)]
    [InlineData(null, null, "http://127.0.0.1:9/page", HttpStatusCode.Forbidden)]
    public async Task Change_ByTheHostsCookie_IsOnlyForTheGamesOwnPages(
        string? origin, string? site, string? referer, HttpStatusCode expected)
    {
        using var request = Request(HttpMethod.Put, Change, origin, site, referer);
        request.Content = SampleDrawings.Json("""{"mode":"arms"}""");
        var answer = await server.Browser.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Change_ByAPlayersCookie_IsRefusedToAForeignPage()
    {
        using var player = server.Game.NewPlayer();
        (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One))).EnsureSuccessStatusCode();
        using var request = Request(HttpMethod.Post, "/api/observations", "http://127.0.0.1:9");
        request.Content = SampleDrawings.Play(SampleDrawings.One);
        var problem = await Problem.ExpectAsync(HttpStatusCode.Forbidden, await player.SendAsync(request));
        Assert.StartsWith("A page of another site asked for this", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ByAProgram_IsTakenWhateverItSays()
    {
        using var program = server.Game.NewHost();
        using var request = Request(HttpMethod.Put, Change, "http://evil.example", "cross-site");
        request.Content = SampleDrawings.Json("""{"mode":"arms"}""");
        Assert.Equal(HttpStatusCode.OK, (await program.SendAsync(request)).StatusCode);
        using var stranger = server.Game.NewPlayer();
        using var play = Request(HttpMethod.Post, "/api/observations", "http://evil.example");
        play.Content = SampleDrawings.Play(SampleDrawings.One);
        Assert.Equal(HttpStatusCode.Created, (await stranger.SendAsync(play)).StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("own", HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1:9", HttpStatusCode.Forbidden)]
    public async Task Circuit_Negotiated_IsOnlyForTheGamesOwnPages(string? origin, HttpStatusCode expected)
    {
        using var player = server.Game.NewPlayer();
        using var request = Request(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1", origin);
        Assert.Equal(expected, (await player.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("own", true)]
    [InlineData("http://127.0.0.1:9", false)]
    public async Task Circuit_ByWebSocket_IsOnlyForTheGamesOwnPages(string origin, bool opens)
    {
        using var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Origin", origin == "own" ? Own : origin);
        socket.Options.CollectHttpResponseDetails = true;
        var address = new UriBuilder(new Uri(server.Game.Address, "/_blazor")) { Scheme = "ws" }.Uri;
        var opening = socket.ConnectAsync(address, default);
        if (opens)
            await opening;
        else
            await Assert.ThrowsAsync<WebSocketException>(() => opening);
        Assert.Equal(opens ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    private HttpRequestMessage Request(HttpMethod method, string path, string? origin, string? site = null, string? referer = null)
    {
        var request = new HttpRequestMessage(method, path);
        Add("Origin", origin);
        Add("Sec-Fetch-Site", site);
        Add("Referer", referer is "own" ? $"{Own}/models" : referer);
        return request;

        void Add(string name, string? value)
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value == "own" ? Own : value);
        }
    }
}
