using System.CommandLine;
using System.Globalization;

namespace GameNight.Benchmarks.Endurance.Start;

/// <summary><c>start</c>: how soon a game shows its first page, and what it takes while nobody plays.</summary>
internal static class StartCommand
{
    public static Command Create()
    {
        var app = new Option<FileInfo>("--app")
        {
            Description = "The game: what ./run.sh --build-only has made.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine("artifacts", "app", "GameNight.dll")),
        };
        var times = new Option<int>("--times") { Description = "How many starts, each in an empty folder.", DefaultValueFactory = _ => 5 };
        var minutes = new Option<int>("--idle-minutes")
        {
            Description = "How long the last one is left alone.",
            DefaultValueFactory = _ => 2,
        };
        var command = new Command("start", "Start a game, ask for its first page, and leave it alone. Only on Linux.")
        {
            app, times, minutes,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (file, first) = (parsed.GetValue(app)!, new List<double>());
            for (var start = 1; start <= parsed.GetValue(times); start++)
            {
                await using var game = await StartedGame.StartAsync(file, cancellation);
                first.Add(game.FirstPage.TotalMilliseconds);
                if (start == parsed.GetValue(times))
                    await RestAsync(game, parsed.GetValue(minutes), cancellation);
            }

            first.Sort();
            Print($"First page after {first[first.Count / 2]:N0} ms (median; {first[0]:N0} to {first[^1]:N0}, n = {first.Count}).");
        });
        return command;
    }

    private static async Task RestAsync(StartedGame game, int minutes, CancellationToken cancellation)
    {
        var figures = new ProcessFigures(game.Id);
        // What the start leaves to be done is none of what nobody plays at.
        await Task.Delay(TimeSpan.FromSeconds(40), cancellation);
        for (var minute = 1; minute <= minutes; minute++)
        {
            var before = figures.Processor;
            await Task.Delay(TimeSpan.FromMinutes(1), cancellation);
            Print($"Minute {minute} alone: {(figures.Processor - before).TotalMinutes:P2} of a core, {figures.Resident / 1e6:N0} MB.");
        }
    }

    private static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
