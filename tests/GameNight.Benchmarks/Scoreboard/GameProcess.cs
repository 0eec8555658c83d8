using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>The game as people run it, in a process of its own, on the cores that this one has.</summary>
internal sealed partial class GameProcess : IAsyncDisposable
{
    /// <summary>The host's.</summary>
    public const string Token = "for-measuring-only";

    private readonly Process _process;

    private GameProcess(Process process) => _process = process;

    /// <summary>Calls it as the host.</summary>
    public required HttpClient Http { get; init; }

    /// <summary>Since the process was started.</summary>
    public required Stopwatch Clock { get; init; }

    /// <param name="folder">Its data.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <returns>When it listens.</returns>
    public static async Task<GameProcess> StartAsync(string folder, CancellationToken cancellation)
    {
        // A full store has more marks than were ever learned from: to learn them all would be measured, too.
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={folder}", $"--GameNight:Host:Token={Token}",
            "--GameNight:Training:Enabled=false", "--Logging:LogLevel:Default=Error",
        ];
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GameNight.dll"), .. settings]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        var (clock, process) = (Stopwatch.StartNew(), Process.Start(start)!);
        var address = await ReadAsync(process, Address(), cancellation);
        return new GameProcess(process)
        {
            Clock = clock,
            Http = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5), DefaultRequestHeaders = { Authorization = new("Bearer", Token) } },
        };
    }

    /// <summary>What it takes now, in bytes: of memory in all, and of that in use by objects after a collection.</summary>
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

        throw new InvalidOperationException("The game has ended; what it said is above.");
    }

    [GeneratedRegex(@"is on:\s+(\S+)")]
    private static partial Regex Address();

    [GeneratedRegex($"^{StartupHook.Answer}(\\d+)")]
    private static partial Regex Heap();
}
