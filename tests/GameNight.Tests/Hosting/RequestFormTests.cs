using System.Net;

namespace GameNight.Tests.Hosting;

/// <summary>Odd forms of requests that are no mistake of the caller: HEAD, what is accepted, too many slashes, addresses made up.</summary>
public sealed class RequestFormTests(GameServer server) : IClassFixture<GameServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/charts")]
    [InlineData("/about")]
    [InlineData("/api/algorithms")]
    [InlineData("/api/statistics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/live")]
    [InlineData("/favicon.svg")]
    public async Task Head_OfWhateverAnswersGet_IsTheSameWithoutTheBody(string path)
    {
        using var player = server.NewPlayer();
        var answer = await player.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        var whole = await player.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, answer.Content.Headers.ContentType);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Head_OfTheHostsLink_LeavesItUnused()
    {
        using var player = server.NewPlayer();
        var link = server.HostLink;
        await player.SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        Assert.Equal(link, server.HostLink);
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("DELETE", "/api/algorithms", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/statistics?from=x", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/api/training-runs", HttpStatusCode.Forbidden)]
    public async Task Problem_OfTheApi_IsJsonForBrowsersToo(string method, string path, HttpStatusCode expected)
    {
        using var browser = server.NewPlayer();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var answer = await browser.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await Problem.ExpectAsync(expected, answer);
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("///evil.example/x")]
    [InlineData("/%5Cevil.example/x")]
    public async Task NotFound_WithSlashesBeforeAName_LinksToNobody(string path)
    {
        using var player = server.NewPlayer();
        var address = server.Address.GetLeftPart(UriPartial.Authority) + path;
        var answer = await player.SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("There’s no such page", page, StringComparison.Ordinal);
        Assert.DoesNotContain("//evil.example", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\\evil", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drawn=abc")]
    [InlineData("drawn=99999999999999")]
    [InlineData("taken=x")]
    [InlineData("of=mnist-cnn&drawn=-1&taken=10")]
    [InlineData("from=x&to=y&input=3&player=%00&algorithm=%FF")]
    public async Task Charts_WithAQueryThatIsMadeUp_AreShown(string query) =>
        Assert.Equal(HttpStatusCode.OK, (await server.NewPlayer().GetAsync($"/charts?{query}")).StatusCode);

    [Theory]
    [InlineData("/favicon.svg", false)]
    [InlineData("/health/live", false)]
    [InlineData("/health/ready", false)]
    [InlineData("/api/algorithms", false)]
    [InlineData("/openapi/v1.json", false)]
    [InlineData("/css/main.css", false)]
    [InlineData("/", true)]
    [InlineData("/api", true)]
    public async Task PlayersCookie_IsGivenByPagesAlone(string path, bool given)
    {
        using var browser = server.NewPlayer();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.Equal(given, (await browser.GetAsync(path)).Headers.Contains("Set-Cookie"));
    }
}
