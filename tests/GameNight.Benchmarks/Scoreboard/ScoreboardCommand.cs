using System.CommandLine;
using GameNight.Scoreboard.Projection;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary><c>scoreboard</c>: how soon the charts of a full store are there, and what they cost in memory.</summary>
internal static class ScoreboardCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "A data folder with observations.db, such as simulate-crowd fills. Its scoreboard.db is made anew, and some marks are changed." };
        var requests = new Option<int>("--requests") { Description = "How many requests of each kind.", DefaultValueFactory = _ => 50 };
        var command = new Command("scoreboard", "Start a game over a full store and one over an empty one, and measure their charts.") { data, requests };
        command.SetAction((parsed, cancellation) => MeasureAsync(parsed.GetRequiredValue(data).FullName, parsed.GetValue(requests), cancellation));
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
            await visit.MarkAsync(cancellation);
        }

        var nothing = Directory.CreateTempSubdirectory("game-night-").FullName;
        await using (var game = await StartAsync("start with nothing", nothing, requests, cancellation))
        {
            var visit = new ScoreboardVisit(game, requests);
            await visit.WarmUpAsync(cancellation);
            await visit.MeasureAsync(cancellation);
            Print("empty store", empty = await game.MemoryAsync(cancellation));
        }

        Directory.Delete(nothing, recursive: true);
        Print("growth", (full.WorkingSet - empty.WorkingSet, full.Heap - empty.Heap));
    }

    private static async Task<GameProcess> StartAsync(string what, string folder, int requests, CancellationToken cancellation)
    {
        var game = await GameProcess.StartAsync(folder, cancellation);
        var listening = game.Clock.Elapsed;
        var drawings = await new ScoreboardVisit(game, requests).WaitAsync(cancellation);
        Console.WriteLine($"{what}: {game.Clock.Elapsed.TotalSeconds:N1} s from the start of the process until {drawings:N0} drawings are counted; it listens after {listening.TotalSeconds:N1} s");
        return game;
    }

    private static void Print(string what, (long WorkingSet, long Heap) memory) =>
        Console.WriteLine($"memory, {what}: {memory.WorkingSet / 1e6:N0} MB working set, {memory.Heap / 1e6:N0} MB of objects after a collection");
}
