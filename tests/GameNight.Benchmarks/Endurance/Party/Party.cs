using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Party;

/// <summary>People who play on pages, up to 150 of them behind one address.</summary>
/// <param name="drawings">What they draw.</param>
/// <param name="pace">How fast.</param>
/// <param name="time">How long.</param>
/// <param name="trains">Whether the game trains on the marks meanwhile.</param>
internal sealed class Party(DrawnInk drawings, Pace pace, TimeSpan time, bool trains)
{
    public async Task RunAsync(int players, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            await using var game = await GameProcess.StartAsync(folder, cancellation, $"--GameNight:Training:Enabled={trains}");
            var figures = new PartyFigures();
            var guests = Enumerable.Range(0, players).Select(number => new Guest(figures, drawings, pace, number));
            var lost = await Task.WhenAll(guests.Select(guest => guest.PlayAsync(game.Http.BaseAddress!, time, cancellation)));
            Console.WriteLine($"{players} players on pages, {time.TotalMinutes:N1} minutes.");
            figures.Print();
            Console.WriteLine($"  lost: {lost.Sum()}");
            Console.WriteLine($"  memory: {new ProcessFigures(game.Id).Peak / 1e6:N0} MB at most");
            foreach (var failure in game.Failures.Take(5))
                Console.WriteLine($"The log: {failure}");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
