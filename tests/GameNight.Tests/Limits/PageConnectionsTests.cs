using System.Text;
using System.Text.Json.Nodes;
using GameNight.Configuration;
using GameNight.Limits;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Limits;

/// <summary>Pages as a browser without WebSockets opens them: a call, an answer, and the next call.</summary>
public sealed class PageConnectionsTests : IAsyncLifetime
{
    private const string Refusal = "More than 2 pages";

    /// <summary>A message of 8 bytes: call the method "X", which there is not, with no arguments.</summary>
    private static readonly byte[] Call = [8, 0x95, 1, 0x80, 0xa1, (byte)'1', 0xa1, (byte)'X', 0x90];

    private readonly GameServer _server = GameServer.With("--GameNight:Limits:PagesPerAddress=2");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task PollingPages_MoreThanAnAddressMayOpen_AreRefused()
    {
        using var player = _server.NewPlayer();
        player.DefaultRequestHeaders.Add("Origin", _server.Address.GetLeftPart(UriPartial.Authority));
        // No poll is under way when the next comes. Which of them is the one too many depends on who is greeted last.
        Page[] pages = [await OpenAsync(player), await OpenAsync(player), await OpenAsync(player)];
        var accepted = new List<Page>();
        foreach (var page in pages)
        {
            if (await IsAcceptedAsync(player, page))
                accepted.Add(page);
        }

        Assert.Equal(2, accepted.Count);
        await player.DeleteAsync(accepted[0].Connection);
        await Eventually.TrueAsync(async () => await IsAcceptedAsync(player, await OpenAsync(player)));
    }

    /// <summary>A program may take a new cookie for each page; its address stays.</summary>
    [Fact]
    public async Task PagesOfOneAddress_WithAsManyPlayers_HaveItsQuota()
    {
        var limits = new LimitOptions { MegabytesPerAddress = 1 };
        using var connections = new PageConnections(limits);
        using var quota = new PlayQuota(limits);
        var intake = new Intake(quota, new DiskFloor(
            new GameFolders(Path.GetTempPath(), Path.GetTempPath()), limits, TimeProvider.System, NullLogger<DiskFloor>.Instance));
        Assert.Null(new PageAddress(connections).Value);
        var refused = await Assert.ThrowsAsync<NotKeptException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
                intake.Admit(await AddressOfPageAsync(connections, "10.0.0.1"), $"nobody {i}", ink: null);
        });
        Assert.Contains("from your address fill 1 MB", refused.Message, StringComparison.Ordinal);
        intake.Admit(await AddressOfPageAsync(connections, "10.0.0.2"), "ann", ink: null);
    }

    public Task DisposeAsync() => _server.DisposeAsync();

    /// <summary>Connects a page, as a message of its browser does.</summary>
    private static async Task<string?> AddressOfPageAsync(PageConnections connections, string address)
    {
        var page = new PageAddress(connections);
        await connections.InvokeMethodAsync(PageCaller.Message(address), async _ =>
        {
            await page.OnConnectionUpAsync(null!, default);
            return null;
        });
        Assert.Null(connections.Caller);
        return page.Value;
    }

    /// <summary>Negotiates, connects and shakes hands.</summary>
    private static async Task<Page> OpenAsync(HttpClient player)
    {
        var negotiated = await player.PostAsync("/_blazor/negotiate?negotiateVersion=1", content: null);
        var token = JsonNode.Parse(await negotiated.Content.ReadAsStringAsync())!["connectionToken"]!.GetValue<string>();
        var connection = new Uri($"/_blazor?id={Uri.EscapeDataString(token)}", UriKind.Relative);
        Assert.Equal("", await PollAsync(player, connection));
        var hello = Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e");
        (await player.PostAsync(connection, new ByteArrayContent(hello))).EnsureSuccessStatusCode();
        var greeting = await PollAsync(player, connection);
        Assert.StartsWith("{}", greeting, StringComparison.Ordinal);
        return new Page(connection, greeting);
    }

    /// <summary>Whether a page's call is answered, and not the page refused, which may have come with the greeting.</summary>
    private static async Task<bool> IsAcceptedAsync(HttpClient player, Page page)
    {
        await player.PostAsync(page.Connection, new ByteArrayContent(Call));
        var heard = page.Greeting.Contains(Refusal, StringComparison.Ordinal) ? page.Greeting : await PollAsync(player, page.Connection);
        return !heard.Contains(Refusal, StringComparison.Ordinal);
    }

    private static async Task<string> PollAsync(HttpClient player, Uri connection) =>
        Encoding.UTF8.GetString(await player.GetByteArrayAsync(connection));

    private sealed record Page(Uri Connection, string Greeting);
}
