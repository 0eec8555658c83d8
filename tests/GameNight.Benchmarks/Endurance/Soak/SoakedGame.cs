using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>A game that is killed and started again under those who play, and what fails meanwhile and otherwise.</summary>
internal sealed class SoakedGame : IAsyncDisposable
{
    private const int MostShown = 10;

    private readonly string _folder;
    private GameProcess? _process;
    private volatile bool _isDown;
    private readonly ConcurrentDictionary<string, int> _failures = new();
    private int _unanswered;

    public SoakedGame(string folder)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        (_folder, Address) = (folder, new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}"));
    }

    /// <summary>The same after each start.</summary>
    public Uri Address { get; }

    public GameProcess Process => _process!;

    /// <summary>What has failed while the game was there, and how often; a refusal counts, too.</summary>
    public string Failures => _failures.IsEmpty
        ? "0"
        : $"{_failures.Values.Sum():N0} ({string.Join("; ", _failures.Select(one => $"{one.Value} × {one.Key}"))})";

    /// <summary>What has failed because there was no game.</summary>
    public int Unanswered => Volatile.Read(ref _unanswered);

    /// <summary>Trains when the host says so, and not by the marks: these come faster than at any party.</summary>
    public async Task StartAsync(CancellationToken cancellation, params string[] further)
    {
        _process = await GameProcess.StartAsync(
            _folder, cancellation,
            ["--urls", $"{Address}", "--GameNight:Training:Enabled=true", "--GameNight:Training:NewMarks=0", .. further]);
        _isDown = false;
    }

    public async Task KillAsync()
    {
        _isDown = true;
        PrintErrors();
        await Process.DisposeAsync();
    }

    /// <summary>Does something, and counts it where it fails.</summary>
    public async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception) when (_isDown)
        {
            Interlocked.Increment(ref _unanswered);
        }
        catch (Exception e)
        {
            _failures.AddOrUpdate(e.Message, 1, (_, count) => count + 1);
        }
    }

    /// <summary>Does something again and again, at a steady rate, until the time is over.</summary>
    public async Task RepeatAsync(TimeSpan interval, Func<Task> action, CancellationToken over)
    {
        using var timer = new PeriodicTimer(interval);
        while (await timer.WaitForNextTickAsync(over).AsTask().ContinueWith(tick => tick.IsCompletedSuccessfully, TaskScheduler.Default))
            await TryAsync(action);
    }

    /// <summary>What this process has logged as failed.</summary>
    public void PrintErrors()
    {
        foreach (var error in Process.Failures.Take(MostShown))
            Console.WriteLine($"The log: {error}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
    }
}
