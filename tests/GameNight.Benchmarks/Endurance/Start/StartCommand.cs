using System.CommandLine;
using System.Globalization;

namespace GameNight.Benchmarks.Endurance.Start;

/// <summary><c>start</c>: how soon a game shows its first page, and what it takes while nobody plays.</summary>
internal static class StartCommand
{
    private const int MinutesAlone = 2;

    public static Command Create()
    {
        var app = new Option<FileInfo>("--app") { Description = "The game: GameNight.dll, as ./run.sh has built it.", Required = true };
        var times = new Option<int>("--times") { Description = "How many starts, each in an empty folder.", DefaultValueFactory = _ => 5 };
        var command = new Command("start", "Start a game, ask for its first page, and leave it alone. Only on Linux.") { app, times };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (file, first) = (parsed.GetRequiredValue(app), new List<double>());
            for (var left = parsed.GetValue(times); left > 0; left--)
            {
                await using var game = await StartedGame.StartAsync(file, cancellation);
                first.Add(game.FirstPage.TotalMilliseconds);
                if (left == 1)
                    await RestAsync(new ProcessFigures(game.Id), cancellation);
            }

            first.Sort();
            Print($"First page after {first[first.Count / 2]:N0} ms (median; {first[0]:N0} to {first[^1]:N0}, n = {first.Count}).");
        });
        return command;
    }

    private static async Task RestAsync(ProcessFigures figures, CancellationToken cancellation)
    {
        // Until what the start has left to be done is done.
        await Task.Delay(TimeSpan.FromSeconds(40), cancellation);
        for (var minute = 1; minute <= MinutesAlone; minute++)
        {
            var before = figures.Processor;
            await Task.Delay(TimeSpan.FromMinutes(1), cancellation);
            Print($"Minute {minute} alone: {(figures.Processor - before).TotalMinutes:P2} of a core, {figures.Resident / 1e6:N0} MB.");
        }
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
