using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace GameNight.Tests.Identity.Access;

/// <summary>Who may call what: a player's cookie, the host's cookie, the host's token, and what is none of them.</summary>
public sealed class AccessTests(HostServer server) : IClassFixture<HostServer>
{
    private const string Open = "/api/algorithms/mnist-cnn/active";
    private const string ForTheHost = "/api/training-runs";

    [Theory]
    [InlineData(Open)]
    [InlineData(ForTheHost)]
    [InlineData("/api/nothing")]
    public async Task WrongToken_OnAnyCallOfTheApi_IsUnauthorized(string path)
    {
        foreach (var caller in new[] { server.Game.NewPlayer(), server.Browser })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "guess");
            var refused = await caller.SendAsync(request);
            var problem = await Problem.ExpectAsync(HttpStatusCode.Unauthorized, refused);
            Assert.Equal(("Unauthorized", "This isn't the host's token."), (problem.Title, problem.Detail));
            Assert.Equal("Bearer", Assert.Single(refused.Headers.WwwAuthenticate).ToString());
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task WrongToken_OutsideTheApi_IsIgnored(string path)
    {
        using var caller = server.Game.NewPlayer();
        caller.DefaultRequestHeaders.Authorization = new("Bearer", "guess");
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task HostsCall_WithoutTheHostsCookieOrToken_IsForbidden()
    {
        var player = server.Game.NewPlayer();
        (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One))).EnsureSuccessStatusCode();
        foreach (var caller in new[] { server.Game.NewPlayer(), player })
        {
            var problem = await Problem.ExpectAsync(HttpStatusCode.Forbidden, await caller.GetAsync(ForTheHost));
            Assert.Equal("Forbidden", problem.Title);
            Assert.Equal("Only the host may do this: open the host's link in this browser, or send the host's token as a bearer token.",
                problem.Detail);
        }
    }

    [Fact]
    public async Task HostsCall_WithATooLargeBody_IsRefusedForTheCallerBeforeTheSize()
    {
        static ByteArrayContent Body() => new(new byte[(1 << 20) + 1]);
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, await server.Game.NewPlayer().PutAsync("/api/experiment", Body()));
        await Problem.ExpectAsync(HttpStatusCode.RequestEntityTooLarge, await server.Game.NewHost().PutAsync("/api/experiment", Body()));
    }

    [Theory]
    [InlineData("Authorization: Bearer guess", "HTTP/1.1 401 Unauthorized")]
    [InlineData("X-Nobody: 1", "HTTP/1.1 403 Forbidden")]
    public async Task HostsCall_WithAVeryLargeBody_IsRefusedToOthersUnread(string header, string expected)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Game.Address.Host, server.Game.Address.Port);
        await using var stream = connection.GetStream();
        // The body itself is never sent: a server that reads it does not answer.
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT /api/experiment HTTP/1.1\r\nHost: game\r\n{header}\r\nContent-Length: {60 << 20}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.Equal(expected, await reader.ReadLineAsync());
    }

    [Theory]
    [InlineData("bearer")]
    [InlineData("Bearer")]
    public async Task HostsCall_WithTheToken_IsAnswered(string scheme)
    {
        using var program = server.Game.NewPlayer();
        program.DefaultRequestHeaders.Authorization = new(scheme, GameServer.HostToken);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(ForTheHost)).StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.OK)]
    [InlineData("same-origin", HttpStatusCode.OK)]
    [InlineData("none", HttpStatusCode.OK)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    public async Task HostsCall_ByTheHostsCookie_IsRefusedToThePagesOfOtherSites(string? site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, ForTheHost);
        request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        var answer = await server.Browser.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.Forbidden)
            Assert.StartsWith("Only the host may do this", (await Problem.ExpectAsync(expected, answer)).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenCall_FromAPageOfAnotherSite_IsAnswered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Open);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.OK, (await server.Browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Cookie_Unreadable_IsIgnoredAndReplaced()
    {
        using var stranger = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = server.Game.Address };
        stranger.DefaultRequestHeaders.Add("Cookie", "game-night-player=nonsense");
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync(Open)).StatusCode);
        await Problem.ExpectAsync(HttpStatusCode.Forbidden, await stranger.GetAsync(ForTheHost));
        var observed = await stranger.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One));
        Assert.True(GivesACookie(observed));
    }

    [Fact]
    public async Task Page_OpenedByAStranger_GivesACookieOnce()
    {
        using var stranger = server.Game.NewPlayer();
        stranger.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.True(GivesACookie(await stranger.GetAsync("/about")));
        Assert.False(GivesACookie(await stranger.GetAsync("/about")));
        using var program = server.Game.NewPlayer();
        Assert.False(GivesACookie(await program.GetAsync("/api/algorithms")));
    }

    [Fact]
    public async Task Pages_ShowTheBadgeToTheHostAlone()
    {
        Assert.Contains("class=\"host-badge\"", await server.Browser.GetStringAsync("/about"), StringComparison.Ordinal);
        Assert.DoesNotContain("host-badge", await server.Game.NewPlayer().GetStringAsync("/about"), StringComparison.Ordinal);
    }

    private static bool GivesACookie(HttpResponseMessage answer) => answer.Headers.TryGetValues("Set-Cookie", out var cookies)
        && cookies.Any(cookie => cookie.StartsWith("game-night-player=", StringComparison.Ordinal));
}
