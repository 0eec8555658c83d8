using System.Net;
using System.Net.Sockets;

namespace GameNight.Tests;

/// <summary>
/// Ports for servers that are stopped and started again. They are below those that the system gives to whoever asks for any, so nobody
/// takes one while its server is stopped.
/// </summary>
internal static class ServerPort
{
    /// <summary>Linux gives ports from 32,768 on, other systems from 49,152 on.</summary>
    private const int First = 20_000;

    private const int Count = 12_000;

    // Test processes that run at the same time begin at different places.
    private static int _taken = Random.Shared.Next(Count);

    /// <summary>A port that nobody listens on, different each time.</summary>
    public static int Take()
    {
        while (true)
        {
            var port = First + (Interlocked.Increment(ref _taken) % Count);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // Another program listens there.
            }
        }
    }
}
