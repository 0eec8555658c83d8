using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace GameNight.Benchmarks.Endurance.Soak;

/// <summary>A long game with a crash in the middle: takes samples, and in the end looks for what was acknowledged.</summary>
internal sealed partial class Soak
{
    private const int Watchers = 5;

    private static readonly TimeSpan SampleInterval = TimeSpan.FromSeconds(10);

    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly List<Sample> _samples = [];

    public required TimeSpan Time { get; init; }

    public required int PlaysPerSecond { get; init; }

    public required TimeSpan RetrainInterval { get; init; }

    public required DrawnInk Drawings { get; init; }

    public required FileInfo Output { get; init; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            await SwapVersions.AddAsync(folder, cancellation);
            await using var game = new SoakedGame(folder);
            await game.StartAsync(cancellation);
            await RunAsync(game, folder, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync(SoakedGame game, string folder, CancellationToken cancellation)
    {
        _clock.Restart();
        var load = new SoakLoad(game, Drawings, _clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(Time);
        await Task.WhenAll(
        [
            load.PlayAsync(PlaysPerSecond, over.Token),
            load.SwapAsync(over.Token),
            load.RetrainAsync(RetrainInterval, over.Token),
            game.RepeatAsync(SampleInterval, () => SampleAsync(game, load, folder, over.Token), over.Token),
            CrashAsync(game, cancellation),
            .. Enumerable.Range(0, Watchers).Select(number => load.WatchAsync(number, over.Token)),
        ]);
        SampleTable.Print(_samples, Time);
        Console.WriteLine($"Plays: {load.Plays.Within(TimeSpan.Zero)}");
        var (plays, marks) = await load.Ledger.FindLostAsync(game.Process.Http, "/api/observations/export?format=jsonl", cancellation);
        Console.WriteLine($"Lost: {plays.Count} of {load.Ledger.Plays:N0} plays, {marks.Count} of {load.Ledger.Marks:N0} marks.");
        Console.WriteLine($"Failed: {game.Failures}, and {game.Unanswered} while the game was killed.");
        await PrintTrainingsAsync(game, cancellation);
        game.PrintErrors();
    }

    /// <summary>Kills the process with SIGKILL when half of the time is over, and starts another one.</summary>
    private async Task CrashAsync(SoakedGame game, CancellationToken cancellation)
    {
        await Task.Delay(Time / 2, cancellation);
        var start = _clock.Elapsed;
        await game.KillAsync();
        await game.StartAsync(cancellation);
        Console.WriteLine(
            $"Killed after {start.TotalMinutes:N1} minutes; {(_clock.Elapsed - start).TotalSeconds:N1} s later it listens again.");
    }

    private async Task SampleAsync(SoakedGame game, SoakLoad load, string folder, CancellationToken cancellation)
    {
        var figures = new ProcessFigures(game.Process.Id);
        var managed = Managed().Match(await game.Process.Http.GetStringAsync("/metrics", cancellation)).Groups[1].Value;
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(path => new FileInfo(path))
            .Where(file => file.Exists).ToList();
        _samples.Add(new Sample(
            _clock.Elapsed.TotalSeconds, figures.Resident / 1e6, double.Parse(managed, CultureInfo.InvariantCulture) / 1e6,
            figures.Handles, figures.Threads, files.Sum(file => file.Length) / 1e6, files.Count, load.Ledger.Plays,
            load.Plays.Within(_clock.Elapsed - SampleInterval).P95));
        await File.WriteAllLinesAsync(Output.FullName, [Sample.Header, .. _samples.Select(sample => sample.Row)], cancellation);
        var plot = Path.ChangeExtension(Output.FullName, ".svg");
        await File.WriteAllTextAsync(plot, SamplePlot.Draw(_samples), cancellation);
    }

    private static async Task PrintTrainingsAsync(SoakedGame game, CancellationToken cancellation)
    {
        var runs = JsonDocument.Parse(await game.Process.Http.GetStringAsync("/api/training-runs", cancellation)).RootElement;
        var states = runs.EnumerateArray().GroupBy(run => run.GetProperty("state").GetString())
            .Select(state => $"{state.Key}: {state.Count()}");
        Console.WriteLine($"Of the last {runs.GetArrayLength()} trainings: {string.Join(", ", states)}");
    }

    [GeneratedRegex(@"^gamenight_memory_managed_bytes (\S+)", RegexOptions.Multiline)]
    private static partial Regex Managed();
}
