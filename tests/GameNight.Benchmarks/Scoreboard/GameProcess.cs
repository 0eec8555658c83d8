using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Threading.Channels;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>A game in a process of its own, on the same cores as this one.</summary>
internal sealed partial class GameProcess : IAsyncDisposable
{
    /// <summary>The token of the host.</summary>
    public const string Token = "for-measuring-only";

    /// <summary>The file that dotnet runs.</summary>
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "GameNight.dll");

    private readonly Process _process;
    private readonly Channel<string> _answers = Channel.CreateUnbounded<string>();
    private readonly Dictionary<string, int> _failures = [];

    private GameProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>What the game has logged as failed, and how often, the most frequent first.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (_failures)
                return [.. _failures.OrderByDescending(failure => failure.Value).Select(failure => $"{failure.Value} × {failure.Key}")];
        }
    }

    /// <summary>A client with the host's token.</summary>
    public HttpClient Http { get; } = new()
    {
        Timeout = TimeSpan.FromMinutes(5),
        DefaultRequestHeaders = { Authorization = new("Bearer", Token) },
    };

    /// <summary>The time since the start of the process.</summary>
    public Stopwatch Clock { get; } = Stopwatch.StartNew();

    /// <summary>Starts a game, and returns when it listens.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <param name="further">Further settings, as on the command line.</param>
    /// <exception cref="InvalidOperationException">The game has ended before.</exception>
    public static async Task<GameProcess> StartAsync(string folder, CancellationToken cancellation, params string[] further)
    {
        // With training, a full store would start a run, which would be measured as well.
        string[] settings =
        [
            "--urls", "http://127.0.0.1:0", $"--GameNight:DataFolder={folder}", $"--GameNight:Host:Token={Token}",
            "--GameNight:Training:Enabled=false", "--Logging:LogLevel:Default=Error", .. further,
        ];
        var start = new ProcessStartInfo("dotnet", [Program, .. settings])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        var game = new GameProcess(Process.Start(start)!);
        _ = game.ReadOutputAsync();
        game.Http.BaseAddress = new Uri(await game.NextAsync(cancellation));
        return game;
    }

    /// <summary>The memory of the process, in bytes: its working set, and the objects on the heap after a collection.</summary>
    public async Task<(long WorkingSet, long Heap)> MemoryAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync(cancellation);
        var heap = long.Parse(await NextAsync(cancellation), CultureInfo.InvariantCulture);
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

    /// <summary>Reads all output, whether somebody waits for it or not: a game whose output is not read stands still in the end.</summary>
    private async Task ReadOutputAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } text)
        {
            if ((Address().Match(text) is { Success: true } match) || (match = Heap().Match(text)).Success)
            {
                _answers.Writer.TryWrite(match.Groups[1].Value);
            }
            else if (text.StartsWith("fail:", StringComparison.Ordinal) || text.StartsWith("crit:", StringComparison.Ordinal))
            {
                var reason = $"{await _process.StandardOutput.ReadLineAsync()}".Trim();
                lock (_failures)
                    _failures[reason] = _failures.GetValueOrDefault(reason) + 1;
            }
        }

        _answers.Writer.Complete();
    }

    private async Task<string> NextAsync(CancellationToken cancellation)
    {
        while (await _answers.Reader.WaitToReadAsync(cancellation))
        {
            if (_answers.Reader.TryRead(out var text))
                return text;
        }

        throw new InvalidOperationException("The game has ended before it wrote the expected line; its errors are above.");
    }

    [GeneratedRegex(@"is on:\s+(\S+)")]
    private static partial Regex Address();

    [GeneratedRegex($"^{StartupHook.Answer}(\\d+)")]
    private static partial Regex Heap();
}
