using System.CommandLine;
using GameNight.Configuration;
using GameNight.Hosting;

namespace GameNight.Commands;

/// <summary><c>serve</c>, which is also what happens without a verb.</summary>
public static class ServeCommand
{
    private static readonly string[] Known = ["--urls", "--environment", "--GameNight:", "--Logging:", "--Kestrel:", "--AllowedHosts"];

    public static Command Create() => Attach(new Command("serve", "Serve the game. Takes --urls URL and any setting, e.g. --GameNight:DataFolder=PATH."));

    public static Command Attach(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync([.. parsed.UnmatchedTokens], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellation)
    {
        if (settings is [[not '-', ..], ..])
        {
            await Console.Error.WriteLineAsync($"There is no verb \"{settings[0]}\"; --help lists them.");
            return 1;
        }

        // What only looks like a setting would otherwise be ignored, and the game serve somewhere else than was meant.
        var unknown = settings.Where(setting => setting.StartsWith('-') && !Known.Any(known => setting.StartsWith(known, StringComparison.OrdinalIgnoreCase))).ToList();
        if (unknown.Count > 0)
            throw new InvalidSettingsException(unknown.Select(setting => $"{setting} is not a setting; there are --urls and --GameNight:…"));
        await using var app = Server.Build(settings);
        await app.StartAsync(cancellation);
        Greeting.Print(app);
        await app.WaitForShutdownAsync(cancellation);
        return 0;
    }
}
