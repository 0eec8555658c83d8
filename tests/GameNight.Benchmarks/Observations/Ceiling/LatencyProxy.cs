using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GameNight.Benchmarks.Observations.Ceiling;

/// <summary>
/// Stands between games and a DynamoDB server, and holds each request up for a while, as a network does: any number of them at once, so
/// that it limits nothing else. It counts them by operation.
/// </summary>
internal sealed class LatencyProxy : IAsyncDisposable
{
    private static readonly byte[] Begin = Encoding.ASCII.GetBytes("POST ");
    private static readonly byte[] Operation = Encoding.ASCII.GetBytes("DynamoDB_20120810.");

    private readonly int _server;
    private readonly TimeSpan _latency;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly Task _accepting;

    /// <param name="server">The port of the server on this machine.</param>
    /// <param name="latency">How long each request is held up; its answer passes at once.</param>
    public LatencyProxy(int server, TimeSpan latency)
    {
        (_server, _latency) = (server, latency);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where the games find it.</summary>
    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    /// <summary>How many requests have come, by operation.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts.ToDictionary();

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ForwardAsync(await _listener.AcceptTcpClientAsync(_ending.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ForwardAsync(TcpClient game)
    {
        using (game)
        using (var server = new TcpClient())
        using (var closed = CancellationTokenSource.CreateLinkedTokenSource(_ending.Token))
        {
            try
            {
                (game.NoDelay, server.NoDelay) = (true, true);
                await server.ConnectAsync(IPAddress.Loopback, _server, closed.Token);
                var (there, back) = (game.GetStream(), server.GetStream());
                await await Task.WhenAny(PumpAsync(there, back, isRequest: true, closed), PumpAsync(back, there, isRequest: false, closed));
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Either side has gone away, and takes the other with it.
            }
            finally
            {
                await closed.CancelAsync();
            }
        }
    }

    private async Task PumpAsync(NetworkStream from, NetworkStream to, bool isRequest, CancellationTokenSource closed)
    {
        var buffer = new byte[64 * 1024];
        while (await from.ReadAsync(buffer, closed.Token) is > 0 and var count)
        {
            // A connection has one request at a time, so what begins with the method begins a request.
            if (isRequest && buffer.AsSpan(0, count).StartsWith(Begin))
            {
                Count(buffer.AsSpan(0, count));
                await Task.Delay(_latency, closed.Token);
            }

            await to.WriteAsync(buffer.AsMemory(0, count), closed.Token);
        }
    }

    private void Count(ReadOnlySpan<byte> request)
    {
        var at = request.IndexOf(Operation);
        var name = at < 0 ? "?" : Encoding.ASCII.GetString(request[(at + Operation.Length)..]).Split('\r', 2)[0];
        _counts.AddOrUpdate(name, 1, (_, count) => count + 1);
    }
}
