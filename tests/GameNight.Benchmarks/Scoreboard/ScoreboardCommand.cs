using System.CommandLine;
using GameNight.Scoreboard.Projection;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary><c>scoreboard</c>: measures how soon the charts of a full store are available, and the memory that they take.</summary>
internal static class ScoreboardCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Required = true,
            Description = "A data folder with observations.db, such as simulate-crowd fills. "
                + "Its scoreboard.db is rebuilt, and some labels are changed.",
        };
        var requests = new Option<int>("--requests")
        {
            Description = "The number of requests of each kind.",
            DefaultValueFactory = _ => 50,
        };
        var command = new Command("scoreboard", "Measure the charts of a game with a full store and of one with an empty store.")
        {
            data, requests,
        };
        command.SetAction((parsed, cancellation) =>
            MeasureAsync(parsed.GetRequiredValue(data).FullName, parsed.GetValue(requests), cancellation));
        return command;
    }

    private static async Task MeasureAsync(string folder, int requests, CancellationToken cancellation)
    {
        foreach (var file in Directory.GetFiles(folder, $"{FactFile.FileName}*"))
            File.Delete(file);
        await using (var game = await StartAsync("rebuild", folder, requests, cancellation))
            Print("after the rebuild", await game.MemoryAsync(cancellation));

        (long WorkingSet, long Heap) full, empty;
        await using (var game = await StartAsync($"start with {FactFile.FileName}", folder, requests, cancellation))
        {
            var visit = new ScoreboardVisit(game, requests);
            await visit.WarmUpAsync(cancellation);
            await visit.MeasureAsync(cancellation);
            Print("full store", full = await game.MemoryAsync(cancellation));
            await visit.MeasureLabelsAsync(cancellation);
        }

        var emptyFolder = Directory.CreateTempSubdirectory("game-night-").FullName;
        await using (var game = await StartAsync("start with an empty store", emptyFolder, requests, cancellation))
        {
            var visit = new ScoreboardVisit(game, requests);
            await visit.WarmUpAsync(cancellation);
            await visit.MeasureAsync(cancellation);
            Print("empty store", empty = await game.MemoryAsync(cancellation));
        }

        Directory.Delete(emptyFolder, recursive: true);
        Print("growth", (full.WorkingSet - empty.WorkingSet, full.Heap - empty.Heap));
    }

    private static async Task<GameProcess> StartAsync(string title, string folder, int requests, CancellationToken cancellation)
    {
        var game = await GameProcess.StartAsync(folder, cancellation);
        var listening = game.Clock.Elapsed;
        var drawings = await new ScoreboardVisit(game, requests).WaitAsync(cancellation);
        Console.WriteLine(
            $"{title}: {game.Clock.Elapsed.TotalSeconds:N1} s from the start of the process until {drawings:N0} drawings are counted; "
            + $"the game listens after {listening.TotalSeconds:N1} s");
        return game;
    }

    private static void Print(string title, (long WorkingSet, long Heap) memory) => Console.WriteLine(
        $"memory, {title}: {memory.WorkingSet / 1e6:N0} MB working set, {memory.Heap / 1e6:N0} MB of objects after a collection");
}
