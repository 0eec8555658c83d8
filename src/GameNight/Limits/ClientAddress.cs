using System.Net;
using System.Net.Sockets;

namespace GameNight.Limits;

/// <summary>The address that a call comes from. Behind a proxy that is not trusted, it is the proxy's.</summary>
public static class ClientAddress
{
    /// <summary>The address of who plays on the machine that the game runs on.</summary>
    public const string Here = "127.0.0.1";

    public static string Of(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "no address",
        { } address when address.Equals(IPAddress.IPv6Loopback) => Here,
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => Network(address),
        { } address => address.ToString(),
    };

    /// <summary>A client with IPv6 can send from every address of its /64 network.</summary>
    private static string Network(IPAddress address) =>
        new IPNetwork(new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]), 64).ToString();
}
