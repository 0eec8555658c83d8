using System.Net;
using GameNight.Configuration;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace GameNight.Hosting;

/// <summary>The proxies before the game, such as one that speaks TLS.</summary>
/// <param name="Trusted">
/// Whose word counts for the caller's address and for https (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>); nobody's where it is empty.
/// </param>
public sealed record ProxyOptions(IReadOnlyList<IPNetwork> Trusted)
{
    private const StringSplitOptions Clean = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    public static ProxyOptions Read(SettingsReader settings) => new(
        settings.Take("TrustedProxies", IsList, "addresses or networks such as 10.0.0.5, 10.1.0.0/16") is { } list
            ? [.. Parse(list).OfType<IPNetwork>()]
            : []);

    /// <summary>Takes the word of the trusted proxies, and tells browsers that came over TLS to come so again (HSTS).</summary>
    public void Use(WebApplication app)
    {
        if (Trusted.Count > 0)
        {
            var forwarded = new ForwardedHeadersOptions
            {
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
                ForwardLimit = null,
            };
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in Trusted)
                forwarded.KnownIPNetworks.Add(network);
            app.UseForwardedHeaders(forwarded);
        }

        app.UseHsts();
    }

    private static bool IsList(string text) => Parse(text).All(network => network is not null);

    private static IEnumerable<IPNetwork?> Parse(string text) => text.Split(',', Clean).Select(part =>
        IPNetwork.TryParse(part, out var network) ? network
        : IPAddress.TryParse(part, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : (IPNetwork?)null);
}
