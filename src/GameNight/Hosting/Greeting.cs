using System.Net;
using GameNight.Identity.Access;
using GameNight.Monitoring;

namespace GameNight.Hosting;

/// <summary>Tells the person at the keyboard where the game is played and how to become its host.</summary>
public static class Greeting
{
    /// <param name="app">The game, started: it has its addresses only then.</param>
    public static void Print(WebApplication app)
    {
        // The address of a server that listens everywhere is none that a phone could open.
        var here = Dns.GetHostName();
        var address = app.Urls.First().Replace("0.0.0.0", here, StringComparison.Ordinal).Replace("[::]", here, StringComparison.Ordinal);
        var host = app.Services.GetRequiredService<HostLink>();
        // The link and the token are for a person; a log that programs collect has neither.
        var output = app.Services.GetRequiredService<MonitoringOptions>().JsonLogs ? Console.Error : Console.Out;
        output.WriteLine($"""

            Game Night with ML! is on:  {address}
            The host's link (works once): {address}{host.PathAndQuery}
            The host's token for programs: {(host.IsTokenConfigured ? "the one in the settings" : host.Token)}

            """);
    }
}
