using System.Diagnostics;
using System.Globalization;
using System.Net;
using GameNight.Benchmarks.Endurance.Soak;
using GameNight.Benchmarks.Scoreboard;
using GameNight.Tests.Rooms.Crowd;

namespace GameNight.Benchmarks.Endurance.Rooms;

/// <summary>Rooms that are played at once, at a game in a process of its own.</summary>
internal sealed class RoomLoad : IDisposable
{
    private static readonly IPAddress Address = IPAddress.Parse("127.0.0.4");

    // Who opens a room and comes in meets a game that is there; what is tested is playing.
    private readonly SemaphoreSlim _quiet = new(1, 1);

    public required int Rooms { get; init; }

    public required int Phones { get; init; }

    public required int Rounds { get; init; }

    public required double Pace { get; init; }

    public required int Kills { get; init; }

    public required DrawnInk Drawings { get; init; }

    /// <returns>Whether nothing was lost and nothing doubled.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        var figures = new RoomFigures();
        try
        {
            await using var game = new SoakedGame(folder);
            string[] settings = [string.Create(CultureInfo.InvariantCulture, $"--GameNight:Rooms:Pace={Pace}")];
            await game.StartAsync(cancellation, settings);
            figures.AtStart(game.Process.Id);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var killing = KillAsync(game, settings, over.Token);
            do
            {
                await PlayAsync(game, figures, cancellation);
            }
            while (!killing.IsCompleted);
            await over.CancelAsync();
            var kills = await killing;
            figures.AtEnd(game.Process.Id);
            Console.WriteLine($"{Rooms} rooms with {Phones} phones each and a screen, {Rounds} rounds, pace {Pace}, {kills} times killed.");
            var isWell = figures.Print();
            game.PrintErrors();
            return isWell;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public void Dispose() => _quiet.Dispose();

    private async Task PlayAsync(SoakedGame game, RoomFigures figures, CancellationToken cancellation)
    {
        var rooms = new List<CrowdRoom>();
        using var host = new HttpClient { BaseAddress = game.Address };
        host.DefaultRequestHeaders.Authorization = new("Bearer", GameProcess.Token);
        await _quiet.WaitAsync(cancellation);
        for (var i = 0; i < Rooms; i++)
        {
            var room = await CrowdRoom.OpenAsync(
                host, Rounds, () => Client.From(Address, game.Address), (_, digit, random) => Drawings.Next(digit, random), figures.Crowd,
                cancellation);
            await room.JoinAsync(Phones, cancellation);
            rooms.Add(room);
        }

        _quiet.Release();
        await Task.WhenAll(rooms.Select(room => room.PlayAsync(cancellation)));
        foreach (var room in rooms)
        {
            figures.Add(room.Ledger);
            await room.DisposeAsync();
        }
    }

    /// <summary>Kills the game at random moments, and starts it again.</summary>
    private async Task<int> KillAsync(SoakedGame game, string[] settings, CancellationToken over)
    {
        var (random, kills) = (new Random(1), 0);
        while (kills < Kills)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + 40 * Pace * random.NextDouble()), over);
            await _quiet.WaitAsync(over);
            await game.KillAsync();
            var clock = Stopwatch.StartNew();
            await game.StartAsync(over, settings);
            Console.WriteLine($"Killed for the {++kills}. time; {clock.Elapsed.TotalSeconds:N1} s later it listens again.");
            _quiet.Release();
        }

        return kills;
    }
}
