using System.CommandLine;
using System.Diagnostics;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Observations;

/// <summary>
/// <c>changes</c>: reads all observations of a store in the order of their changes, as the scoreboard does when it is rebuilt.
/// </summary>
internal static class ChangesCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Required = true,
            Description = "A data folder with observations.db, such as simulate-crowd fills.",
        };
        var passes = new Option<int>("--passes") { Description = "The number of repetitions.", DefaultValueFactory = _ => 3 };
        var command = new Command("changes", "Measure reading all changes of a store.") { data, passes };
        command.SetAction(async (parsed, cancellation) =>
        {
            for (var pass = 0; pass < parsed.GetValue(passes); pass++)
                await MeasureAsync(parsed.GetRequiredValue(data).FullName, cancellation);
        });
        return command;
    }

    private static async Task MeasureAsync(string folder, CancellationToken cancellation)
    {
        using var store = new SqliteObservationStore(folder, NullLogger<SqliteObservationStore>.Instance);
        using var process = Process.GetCurrentProcess();
        var (allocatedBefore, processorBefore) = (GC.GetTotalAllocatedBytes(), process.TotalProcessorTime);
        var (count, heap, clock) = (0, 0L, Stopwatch.StartNew());
        for (string? cursor = null; ;)
        {
            var page = await store.ReadChangesAsync(cursor, ObservationPage.MaxLimit, cancellation);
            if (page.Items.Count == 0)
                break;
            (count, cursor) = (count + page.Items.Count, page.Next);
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
        }

        process.Refresh();
        var (seconds, processor) = (clock.Elapsed.TotalSeconds, process.TotalProcessorTime - processorBefore);
        var allocated = (GC.GetTotalAllocatedBytes() - allocatedBefore) / (double)count;
        Console.WriteLine(
            $"{count:N0} observations in {seconds:N1} s ({count / seconds:N0} a second); processor time {processor.TotalSeconds:N1} s; "
            + $"{allocated:N0} bytes allocated for each, heap at most {heap / 1e6:N0} MB, working set {process.WorkingSet64 / 1e6:N0} MB");
    }
}
