using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>A game in a process of its own, on the same cores as this one.</summary>
internal sealed partial class GameProcess : IAsyncDisposable
{
    /// <summary>The token of the host.</summary>
    public const string Token = "for-measuring-only";

    private readonly Process _process;

    private GameProcess(Process process) => _process = process;

    /// <summary>A client with the host's token.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>The time since the start of the process.</summary>
    public required Stopwatch Clock { get; init; }

    /// <summary>Starts a game, and returns when it listens.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">The game has ended before.</exception>
    public static async Task<GameProcess> StartAsync(string folder, CancellationToken cancellation)
    {
        // With training, a full store would start a run, which would be measured as well.
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={folder}", $"--GameNight:Host:Token={Token}",
            "--GameNight:Training:Enabled=false", "--Logging:LogLevel:Default=Error",
        ];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GameNight.dll"), .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        var (clock, process) = (Stopwatch.StartNew(), Process.Start(start)!);
        var address = await ReadAsync(process, Address(), cancellation);
        return new GameProcess(process)
        {
            Clock = clock,
            Http = new HttpClient
            {
                BaseAddress = new Uri(address),
                Timeout = TimeSpan.FromMinutes(5),
                DefaultRequestHeaders = { Authorization = new("Bearer", Token) },
            },
        };
    }

    /// <summary>The memory of the process, in bytes: its working set, and the objects on the heap after a collection.</summary>
    public async Task<(long WorkingSet, long Heap)> MemoryAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync(cancellation);
        var heap = long.Parse(await ReadAsync(_process, Heap(), cancellation), CultureInfo.InvariantCulture);
        _process.Refresh();
        return (_process.WorkingSet64, heap);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> ReadAsync(Process process, Regex line, CancellationToken cancellation)
    {
        while (await process.StandardOutput.ReadLineAsync(cancellation) is { } text)
        {
            if (line.Match(text) is { Success: true } match)
                return match.Groups[1].Value;
        }

        throw new InvalidOperationException("The game has ended before it wrote the expected line; its output is above.");
    }

    [GeneratedRegex(@"is on:\s+(\S+)")]
    private static partial Regex Address();

    [GeneratedRegex($"^{StartupHook.Answer}(\\d+)")]
    private static partial Regex Heap();
}
