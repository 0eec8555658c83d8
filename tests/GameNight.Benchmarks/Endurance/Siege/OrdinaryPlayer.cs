using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>Plays beside the attacks: over the API at a steady rate, and on a page as fast as a person.</summary>
internal sealed class OrdinaryPlayer : IAsyncDisposable
{
    private static readonly IPAddress Address = IPAddress.Parse("127.0.0.2");
    private static readonly TimeSpan GuessInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan PlayInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Stroke = TimeSpan.FromMilliseconds(400);

    private readonly CancellationTokenSource _over = new();
    private readonly Ledger _ledger = new();
    private readonly Stopwatch _clock;
    private readonly Player _player;
    private readonly PagePlayer _page;
    private readonly Task _playing;
    private int _failures;

    private OrdinaryPlayer(Uri game, Stopwatch clock, PagePlayer page)
    {
        (_clock, _page, _player) = (clock, page, new Player(game, Address, clock, _ledger));
        _playing = Task.WhenAll(GuessAsync(), PlayAsync(), PlayOnPageAsync());
    }

    /// <summary>Guesses over the API.</summary>
    public Latencies Guesses => _player.Guesses;

    /// <summary>Guesses on the page, after each stroke.</summary>
    public Latencies Live { get; } = new();

    /// <summary>How often the player was refused something, or got no answer.</summary>
    public int Failures => Volatile.Read(ref _failures);

    public static async Task<OrdinaryPlayer> StartAsync(Uri game, Stopwatch clock, CancellationToken cancellation) =>
        new(game, clock, await PagePlayer.OpenAsync(game, Address, cancellation));

    /// <summary>Ends the playing, and compares what was acknowledged with what is there.</summary>
    public async Task<string> FindLostAsync(CancellationToken cancellation)
    {
        await _over.CancelAsync();
        await _playing;
        var (plays, marks) = await _ledger.FindLostAsync(_player.Http, "/api/players/me/observations/export", cancellation);
        var kept = await _page.Browser.GetFromJsonAsync<JsonElement>("/api/players/me", cancellation);
        var onPage = Math.Max(0, _page.Saved - kept.GetProperty("observations").GetInt32());
        return $"{plays.Count} of {_ledger.Plays} plays, {marks.Count} of {_ledger.Marks} marks, "
            + $"{onPage} of {_page.Saved} drawings on the page";
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _playing;
        await _page.DisposeAsync();
        _player.Dispose();
        _over.Dispose();
    }

    /// <summary>Does not wait for answers, so that a game that stands still is asked as often.</summary>
    private async Task GuessAsync()
    {
        var (random, asked) = (new Random(1), new List<Task>());
        while (!_over.IsCancellationRequested)
        {
            asked.Add(TryAsync(() => _player.GuessAsync(StrokeSkeletons.Draw(random.Next(10), random), CancellationToken.None)));
            await PauseAsync(GuessInterval);
        }

        await Task.WhenAll(asked);
    }

    private async Task PlayAsync()
    {
        for (var random = new Random(2); !_over.IsCancellationRequested;)
        {
            var digit = random.Next(10);
            await TryAsync(() => _player.PlayAsync(StrokeSkeletons.Draw(digit, random), digit, CancellationToken.None));
            await PauseAsync(PlayInterval);
        }
    }

    private async Task PlayOnPageAsync()
    {
        for (var random = new Random(3); !_over.IsCancellationRequested;)
        {
            await TryAsync(async () =>
            {
                foreach (var drawn in PagePlayer.AsItGrows(StrokeSkeletons.Draw(random.Next(10), random)))
                {
                    await PauseAsync(Stroke);
                    var start = _clock.Elapsed;
                    try
                    {
                        await _page.DrawAsync(drawn);
                    }
                    finally
                    {
                        // One that never came was waited for, too.
                        Live.Add(start, _clock.Elapsed - start);
                    }
                }

                await _page.GuessAsync();
                await PauseAsync(Stroke);
                await _page.MarkAsync();
            });
            await PauseAsync(Stroke);
        }
    }

    private async Task TryAsync(Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception e)
        {
            Interlocked.Increment(ref _failures);
            Console.WriteLine($"  the player at {_clock.Elapsed.TotalSeconds:N1} s: {e.Message}");
        }
    }

    private Task PauseAsync(TimeSpan time) => Task.Delay(time, _over.Token).ContinueWith(_ => { }, TaskScheduler.Default);
}
