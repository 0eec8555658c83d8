using System.Net;
using System.Net.Sockets;

namespace GameNight.Benchmarks.Endurance;

/// <summary>Callers that a game tells apart by their address: on Linux, all of 127.0.0.0/8 is this machine.</summary>
internal static class Client
{
    /// <param name="address">The address that the calls come from.</param>
    /// <param name="game">The game.</param>
    /// <param name="keepsCookies">Whether it is one browser; otherwise each call brings its own cookie.</param>
    /// <param name="cookies">Its cookies, for whoever wants to look at them.</param>
    public static HttpClient From(
        IPAddress address, Uri game, bool keepsCookies = true, CookieContainer? cookies = null) => new(new SocketsHttpHandler
        {
            UseCookies = keepsCookies,
            CookieContainer = cookies ?? new CookieContainer(),
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(address, 0));
                    await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
        { BaseAddress = game, Timeout = TimeSpan.FromSeconds(30) };
}
