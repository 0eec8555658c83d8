using System.Net;
using GameNight.Configuration;

namespace GameNight.Monitoring;

/// <summary>Who may read the metrics, where they are sent, and how the log is written.</summary>
public sealed record MonitoringOptions
{
    private static readonly char[] Separators = [',', ' ', ';'];

    /// <summary>The networks whose machines may read <c>/metrics</c> as the host may.</summary>
    public IReadOnlyList<IPNetwork> Allowed { get; init; } = [];

    /// <summary>Where metrics and traces are sent by OTLP over HTTP; null for nowhere.</summary>
    public Uri? Otlp { get; init; }

    /// <summary>Whether each line of the log is a JSON object.</summary>
    public bool JsonLogs { get; init; }

    public static MonitoringOptions Read(SettingsReader settings)
    {
        var allowed = settings.Take(
            "Metrics:Allow", text => TryParse(text) is not null,
            "addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8");
        return new MonitoringOptions
        {
            Allowed = allowed is null ? [] : TryParse(allowed)!,
            Otlp = settings.TakeAddress("Metrics:Otlp", "http://localhost:4318"),
            JsonLogs = settings.TakeSwitch("Logs:Json") ?? false,
        };
    }

    public bool Allows(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && Allowed.Any(network => network.Contains(plain));
    }

    private static List<IPNetwork>? TryParse(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var one in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(one, out var address))
                networks.Add(new IPNetwork(address, 8 * address.GetAddressBytes().Length));
            else if (IPNetwork.TryParse(one, out var network))
                networks.Add(network);
            else
                return null;
        }

        return networks.Count > 0 ? networks : null;
    }
}
