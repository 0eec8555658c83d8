using System.ComponentModel;
using System.Diagnostics;
using GameNight.Tests;

namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary>HAProxy in a process of its own, with the configuration that hosts are given.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    /// <summary>The cookie by which it keeps a browser at its game: its value is the game's name in the configuration.</summary>
    public const string CookieName = "game";

    /// <summary>The games' names in the configuration.</summary>
    public static readonly string[] Games = ["one", "two", "three", "four"];

    private readonly Process _process;

    private Balancer(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <param name="configuration">The configuration's file.</param>
    /// <param name="ports">The games' ports, in the order of <see cref="Games"/>.</param>
    /// <exception cref="InvalidOperationException">There is no HAProxy here.</exception>
    public static Balancer Start(string configuration, IReadOnlyList<int> ports)
    {
        var port = ServerPort.Take();
        var start = new ProcessStartInfo("haproxy", ["-f", configuration, "-db"]) { RedirectStandardError = true };
        start.Environment["BALANCER"] = $"127.0.0.1:{port}";
        foreach (var (name, game) in Games.Zip(ports))
            start.Environment[$"GAME_{name.ToUpperInvariant()}"] = $"127.0.0.1:{game}";
        // Distributions keep it where only administrators look.
        if (File.Exists("/usr/sbin/haproxy"))
            start.FileName = "/usr/sbin/haproxy";
        try
        {
            var process = Process.Start(start)!;
            _ = PrintErrorsAsync(process);
            return new Balancer(process, new Uri($"http://127.0.0.1:{port}"));
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                $"HAProxy can't be started: {e.Message}. Nothing was measured. On Debian and Ubuntu, sudo apt install haproxy gets it.", e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>Which games come and go is what is measured, and no error.</summary>
    private static async Task PrintErrorsAsync(Process process)
    {
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("[ALERT]", StringComparison.Ordinal))
                Console.WriteLine($"HAProxy: {line}");
        }
    }
}
