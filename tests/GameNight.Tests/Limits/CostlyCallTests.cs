using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace GameNight.Tests.Limits;

public sealed class CostlyCallTests : IAsyncLifetime
{
    private const string Batch = "/api/algorithms/mnist-mlp/predictions/batch";

    private readonly GameServer _server = GameServer.With("--GameNight:Limits:PagesPerAddress=2");
    private readonly List<TcpClient> _open = [];

    public Task InitializeAsync() => _server.InitializeAsync();

    /// <summary>One of an address is worked on and 32 wait; none of their bodies is in memory.</summary>
    [Fact]
    public async Task Batch_WhileManyAreUnderWay_IsAskedToComeBack()
    {
        await Task.WhenAll(Enumerable.Range(0, 33).Select(_ => BeginAsync()));
        // Those before are answered when they have sent their bodies, or are too slow; these at once.
        var refused = await Task.WhenAny(await Task.WhenAll(Enumerable.Range(0, 33).Select(async _ => ReadAsync(await BeginAsync()))));
        var answer = await refused;
        Assert.StartsWith("HTTP/1.1 503", answer, StringComparison.Ordinal);
        Assert.Contains("Retry-After: 1", answer, StringComparison.Ordinal);
        // Who plays, plays on.
        Assert.Equal(HttpStatusCode.Created, (await _server.NewPlayer()
            .PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven))).StatusCode);

        _open.ForEach(client => client.Dispose());
        await Eventually.TrueAsync(async () =>
            (await _server.NewPlayer().PostAsync(Batch, SampleDrawings.Json("{}"))).StatusCode == HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/_blazor")]
    [InlineData("/_blazor/")]
    public async Task Pages_MoreThanAnAddressMayOpen_AreRefused(string path)
    {
        var address = new UriBuilder(_server.Address) { Scheme = "ws", Path = path }.Uri;
        using ClientWebSocket first = new(), second = new(), third = new();
        foreach (var page in (ClientWebSocket[])[first, second, third])
            page.Options.SetRequestHeader("Origin", _server.Address.GetLeftPart(UriPartial.Authority));
        await first.ConnectAsync(address, default);
        await second.ConnectAsync(address, default);
        third.Options.CollectHttpResponseDetails = true;
        await Assert.ThrowsAsync<WebSocketException>(() => third.ConnectAsync(address, default));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, third.HttpStatusCode);
    }

    public async Task DisposeAsync()
    {
        _open.ForEach(client => client.Dispose());
        await _server.DisposeAsync();
    }

    /// <summary>Sends the head of a batch, and none of its body.</summary>
    private async Task<TcpClient> BeginAsync()
    {
        var client = new TcpClient();
        lock (_open)
            _open.Add(client);
        await client.ConnectAsync(_server.Address.Host, _server.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {Batch} HTTP/1.1\r\nHost: {_server.Address.Authority}\r\n"
            + "Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n"));
        return client;
    }

    private static async Task<string> ReadAsync(TcpClient client)
    {
        var bytes = new byte[4096];
        return Encoding.ASCII.GetString(bytes, 0, await client.GetStream().ReadAtLeastAsync(bytes, 200, throwOnEndOfStream: false));
    }
}
