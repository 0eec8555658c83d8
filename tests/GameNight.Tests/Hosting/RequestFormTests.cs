using System.Net;
using System.Net.Sockets;
using System.Text;

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
    [InlineData("/", "localhost:99999")]
    [InlineData("/charts", "localhost:99999")]
    [InlineData("/api/algorithms", "localhost:99999")]
    [InlineData("/api/rooms/ABCD/events", "localhost:99999")]
    [InlineData("/", "127.0.0.1:65536")]
    public async Task Host_ThatIsNoAddress_IsRefused(string path, string host) =>
        Assert.Equal("HTTP/1.1 400 Bad Request", await AskAsync($"GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n"));

    /// <summary>HTTP/1.0 needs no Host, and probes of containers and balancers send none.</summary>
    [Theory]
    [InlineData("/", "HTTP/1.0")]
    [InlineData("/health/live", "HTTP/1.0")]
    [InlineData("/health/ready", "HTTP/1.0")]
    [InlineData("/charts", "HTTP/1.1\r\nHost:")]
    public async Task Host_LeftOut_IsTheMachineItself(string path, string rest) =>
        Assert.Equal("HTTP/1.1 200 OK", await AskAsync($"GET {path} {rest}\r\n\r\n"));

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

    /// <summary>Sends what no client would, and reads the first line of the answer.</summary>
    private async Task<string?> AskAsync(string request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(server.Address.Host, server.Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream);
        return await reader.ReadLineAsync();
    }
}
