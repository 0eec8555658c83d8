using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Endurance.Party;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Tests;

namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary>
/// Three games behind a balancer, at one table and one bucket. After a third of the time the fullest is killed, after two thirds a fourth
/// one is added. In the end the killed one is started again on its data folder, which may have what was saved and not yet sent.
/// </summary>
internal sealed class BalancedEvening(DrawnInk drawings, Pace pace, TimeSpan time, int players)
{
    private const int Added = 3;

    /// <summary>In which the balancer notices that a game is there: it asks every two seconds.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly int[] _ports = [.. Balancer.Games.Select(_ => ServerPort.Take())];
    private readonly GameProcess?[] _games = new GameProcess?[Balancer.Games.Length];

    /// <param name="tests">The folder of the tests, which have the servers of the table and the bucket.</param>
    /// <param name="configuration">HAProxy's configuration.</param>
    /// <param name="cancellation">Ends the evening.</param>
    public async Task RunAsync(string tests, string configuration, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            await using var stores = new SharedStores(tests, folder);
            await stores.StartAsync();
            // At once: they agree on a key all the same.
            await Task.WhenAll(Enumerable.Range(0, Added).Select(number => StartAsync(number, folder, stores, cancellation)));
            await using var balancer = Balancer.Start(configuration, _ports);
            await PlayAsync(balancer, number => StartAsync(number, folder, stores, cancellation), cancellation);
        }
        finally
        {
            foreach (var game in _games.OfType<GameProcess>())
                await game.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task PlayAsync(Balancer balancer, Func<int, Task> startAsync, CancellationToken cancellation)
    {
        var figures = new BalancedFigures();
        var guests = Enumerable.Range(0, players + players / 3)
            .Select(number => new BalancedGuest(balancer.Address, figures, drawings, pace, number)).ToList();
        var playing = guests.Take(players).Select(guest => guest.PlayAsync(time, cancellation)).ToList();
        await UntilAsync(time / 3);
        Console.WriteLine($"{players} players: {Places(guests.Take(players))}.");
        var (killed, there) = guests.Take(players).CountBy(guest => guest.Game).MaxBy(game => game.Value);
        var killedAt = figures.Clock.Elapsed;
        await KillAsync(Array.IndexOf(Balancer.Games, killed));
        Console.WriteLine($"At {killedAt.TotalSeconds:N1} s {killed} was killed.");
        await UntilAsync(time * 2 / 3);
        await startAsync(Added);
        await Task.Delay(Notice, cancellation);
        Console.WriteLine(
            $"At {figures.Clock.Elapsed.TotalSeconds:N1} s {Balancer.Games[Added]} was added; {players / 3} more players come.");
        playing.AddRange(guests.Skip(players).Select(guest => guest.PlayAsync(time, cancellation)));
        await Task.WhenAll(playing);

        figures.Print(killed, killedAt, there);
        Console.WriteLine($"  in the end: {Places(guests)}");
        Console.WriteLine($"  taken for somebody else: {guests.Count(guest => guest.IsStranger)} of {guests.Count}");
        await DrainedAsync(cancellation);
        Console.WriteLine($"  drawings with their marks that were called saved: {guests.Sum(guest => guest.Saved):N0}");
        Console.WriteLine($"  of them missing without the killed game's folder: {await MissingAsync()}");
        await startAsync(Array.IndexOf(Balancer.Games, killed));
        await DrainedAsync(cancellation);
        Console.WriteLine($"  missing after a game was started on it: {await MissingAsync()}");
        guests.ForEach(guest => guest.Dispose());
        foreach (var failure in _games.OfType<GameProcess>().SelectMany(game => game.Failures).Take(5))
            Console.WriteLine($"The log: {failure}");

        Task UntilAsync(TimeSpan moment) => Task.Delay(moment - figures.Clock.Elapsed, cancellation);

        async Task<int> MissingAsync()
        {
            var missing = 0;
            foreach (var guest in guests)
                missing += await guest.CountMissingAsync(cancellation);
            return missing;
        }
    }

    private static string Places(IEnumerable<BalancedGuest> guests) => string.Join(", ", guests.GroupBy(guest => guest.Game)
        .OrderBy(game => Array.IndexOf(Balancer.Games, game.Key)).Select(game => $"{game.Count()} at {game.Key}"));

    private async Task StartAsync(int number, string folder, SharedStores stores, CancellationToken cancellation) =>
        _games[number] = await GameProcess.StartAsync(
            Path.Combine(folder, Balancer.Games[number]), cancellation,
            [.. stores.Settings, "--urls", $"http://127.0.0.1:{_ports[number]}", "--GameNight:TrustedProxies=127.0.0.1"]);

    private async Task KillAsync(int number)
    {
        var game = _games[number]!;
        _games[number] = null;
        // By SIGKILL: it writes and sends nothing more.
        await game.DisposeAsync();
    }

    /// <summary>Waits until nothing waits any more in any outbox.</summary>
    /// <exception cref="TimeoutException">Something still waits.</exception>
    private async Task DrainedAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        foreach (var game in _games.OfType<GameProcess>())
        {
            while ((await game.Http.GetFromJsonAsync<JsonElement>("/health/ready", patience.Token)).GetProperty("status").GetString()
                != "Healthy")
            {
                await Task.Delay(200, patience.Token);
            }
        }
    }
}
