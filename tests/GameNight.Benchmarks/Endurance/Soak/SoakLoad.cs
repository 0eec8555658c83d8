using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using GameNight.Benchmarks.Endurance.Circuits;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>What a long game has to do: plays at a steady rate, swaps, trainings, open scoreboards.</summary>
internal sealed class SoakLoad(SoakedGame game, DrawnInk drawings, Stopwatch clock)
{
    /// <summary>So many that none meets a limit: not by its plays in a minute, and not by what an address stores in a day.</summary>
    private const int Addresses = 10;
    private const int PlayersForARateOfOne = 3;

    private static readonly TimeSpan SwapInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadInterval = TimeSpan.FromSeconds(3);

    private int _swaps;

    public Ledger Ledger { get; } = new();

    public Latencies Plays { get; } = new();

    /// <summary>Players draw and mark. Does not wait for answers, so that a game that stands still gets as many plays.</summary>
    public async Task PlayAsync(int perSecond, CancellationToken over)
    {
        var players = Enumerable.Range(0, PlayersForARateOfOne * perSecond).Select(number =>
            new Player(game.Address, IPAddress.Parse($"127.0.1.{1 + number % Addresses}"), clock, Ledger) { Plays = Plays }).ToList();
        foreach (var player in players)
            await game.TryAsync(() => player.ComeAsync(over));
        var (random, number, playing) = (new Random(1), 0, new HashSet<Task>());
        await game.RepeatAsync(TimeSpan.FromSeconds(1.0 / perSecond), () =>
        {
            var ((ink, digit), next) = (drawings.Next(random), players[number++ % players.Count]);
            playing.RemoveWhere(play => play.IsCompleted);
            playing.Add(game.TryAsync(() => next.PlayAsync(ink, digit, CancellationToken.None)));
            return Task.CompletedTask;
        }, over);
        await Task.WhenAll(playing);
        players.ForEach(player => player.Dispose());
    }

    /// <summary>The host puts one version after the other into service.</summary>
    public Task SwapAsync(CancellationToken over) => game.RepeatAsync(SwapInterval, async () =>
    {
        var path = $"/api/algorithms/{SwapVersions.Algorithm}/versions/{1 + ++_swaps % SwapVersions.Last}/activate";
        using var activated = await game.Process.Http.PostAsync(path, content: null, CancellationToken.None);
        activated.EnsureSuccessStatusCode();
    }, over);

    /// <summary>The host has all learn that learn.</summary>
    public Task RetrainAsync(TimeSpan interval, CancellationToken over) => game.RepeatAsync(interval, async () =>
    {
        using var queued = await game.Process.Http.PostAsJsonAsync("/api/training-runs", new { }, CancellationToken.None);
        queued.EnsureSuccessStatusCode();
    }, over);

    /// <summary>Somebody has the charts open, which follow the plays, and asks for the statistics now and then.</summary>
    public async Task WatchAsync(int number, CancellationToken over)
    {
        using var browser = Client.From(IPAddress.Parse($"127.0.2.{1 + number}"), game.Address);
        Circuit? charts = null;
        await game.RepeatAsync(ReadInterval, async () =>
        {
            if (charts is { Ended.IsCompleted: true } ended)
            {
                charts = null;
                await ended.Ended;
            }

            charts ??= await Circuit.OpenAsync(browser, "/charts", rendered: null, CancellationToken.None);
            await browser.GetStringAsync("/api/statistics", CancellationToken.None);
        }, over);
        if (charts is not null)
            await charts.DisposeAsync();
    }
}
