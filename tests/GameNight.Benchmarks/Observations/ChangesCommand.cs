using System.CommandLine;
using System.Diagnostics;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Observations;

/// <summary><c>changes</c>: everything in a store is read once in the order of the changes, as the scoreboard does when it is built anew.</summary>
internal static class ChangesCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "A data folder with observations.db, such as simulate-crowd fills." };
        var passes = new Option<int>("--passes") { Description = "How often.", DefaultValueFactory = _ => 3 };
        var command = new Command("changes", "Measure how fast a store tells all that has changed.") { data, passes };
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
        var (count, heap, allocated, processor, clock) = (0, 0L, GC.GetTotalAllocatedBytes(), process.TotalProcessorTime, Stopwatch.StartNew());
        for (string? cursor = null; ;)
        {
            var page = await store.ReadChangesAsync(cursor, ObservationPage.MaxLimit, cancellation);
            if (page.Items.Count == 0)
                break;
            (count, cursor) = (count + page.Items.Count, page.Next);
            heap = Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false));
        }

        process.Refresh();
        Console.WriteLine($"{count:N0} observations in {clock.Elapsed.TotalSeconds:N1} s ({count / clock.Elapsed.TotalSeconds:N0} a second); processors {(process.TotalProcessorTime - processor).TotalSeconds:N1} s; "
            + $"{(GC.GetTotalAllocatedBytes() - allocated) / (double)count:N0} bytes allocated for each, heap at most {heap / 1e6:N0} MB, working set {process.WorkingSet64 / 1e6:N0} MB");
    }
}
