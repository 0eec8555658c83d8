using System.Net;
using GameNight.Joining;

namespace GameNight.Tests.Joining;

public sealed class LanAddressTests
{
    [Theory]
    [InlineData("192.168.1.20", "127.0.0.1", "192.168.1.20 gateway")]
    [InlineData("192.168.1.20", "172.17.0.1", "192.168.1.20 gateway")]
    [InlineData("192.168.1.20", "203.0.113.9 gateway", "192.168.1.20 gateway")]
    [InlineData("10.0.0.4", "169.254.7.7 gateway", "10.0.0.4")]
    [InlineData("172.20.3.1", "172.40.3.1", "172.20.3.1")]
    [InlineData("203.0.113.9", "203.0.113.9 gateway", "fe80::1 gateway")]
    [InlineData(null, "127.0.0.1", "fe80::1", "169.254.7.7")]
    public void Best_SeveralNetworks_IsTheOneThatARoomShares(string? best, params string[] addresses) => Assert.Equal(
        best,
        LanAddress.Best(addresses.Select(address => address.Split(' ')).Select(parts =>
            new LanAddress(IPAddress.Parse(parts[0]), parts.Length > 1)))?.ToString());

    [Fact]
    public void OfThisMachine_HasTheLoopback() =>
        Assert.Contains(LanAddress.OfThisMachine(), one => IPAddress.IsLoopback(one.Address));
}
