using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace GameNight.Joining;

/// <summary>An address of this machine in one of its networks.</summary>
/// <param name="Address">The address.</param>
/// <param name="HasGateway">Whether that network leads on, as a home's does and one between containers doesn't.</param>
public sealed record LanAddress(IPAddress Address, bool HasGateway)
{
    /// <summary>The address that phones in the same room most likely share a network with; null where there is none.</summary>
    public static IPAddress? Best(IEnumerable<LanAddress> addresses) => addresses
        .Where(one => one.Address.AddressFamily == AddressFamily.InterNetwork)
        .Where(one => !IPAddress.IsLoopback(one.Address) && !IsLinkLocal(one.Address))
        .OrderByDescending(one => one.HasGateway).ThenByDescending(one => IsPrivate(one.Address))
        .Select(one => one.Address).FirstOrDefault();

    /// <summary>The addresses of the networks that are up.</summary>
    public static IEnumerable<LanAddress> OfThisMachine() =>
        from network in NetworkInterface.GetAllNetworkInterfaces()
        where network.OperationalStatus == OperationalStatus.Up
        let properties = network.GetIPProperties()
        let hasGateway = properties.GatewayAddresses.Any(gateway => !gateway.Address.Equals(IPAddress.Any))
        from unicast in properties.UnicastAddresses
        select new LanAddress(unicast.Address, hasGateway);

    /// <summary>RFC 3927: given by the machine to itself, because nobody else gave one.</summary>
    private static bool IsLinkLocal(IPAddress address) => address.GetAddressBytes() is [169, 254, ..];

    /// <summary>RFC 1918.</summary>
    private static bool IsPrivate(IPAddress address) =>
        address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..];
}
