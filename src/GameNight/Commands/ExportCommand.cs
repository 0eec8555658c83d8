using System.CommandLine;
using GameNight.Hosting;
using GameNight.Observations;
using GameNight.Observations.Store;
using GameNight.Observations.Transfer;
using Spectre.Console;

namespace GameNight.Commands;

/// <summary><c>export</c>: writes the observations to a file or to standard output, for a backup or for training elsewhere.</summary>
public static class ExportCommand
{
    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "jsonl: every observation with all that is known of it. "
                + "csv: the labelled ones that the host has not set aside as label,p0,…,p783, without a header.",
            DefaultValueFactory = _ => "jsonl",
        };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var output = new Option<FileInfo?>("--output")
        {
            Description = "The file to write, complete or not at all; .gz at its end compresses it. Standard output by default.",
        };
        var command = new Command("export", "Write the observations down, oldest first. Takes settings as serve does.") { format, output };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            Enum.Parse<ExportFormat>(parsed.GetRequiredValue(format), ignoreCase: true), parsed.GetValue(output),
            GameOptions.ReadFor(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ExportFormat format, FileInfo? output, GameOptions options, CancellationToken cancellation)
    {
        await using var stores = ObservationsFeature.Open(options.Store);
        var store = stores.GetRequiredService<IObservationStore>();
        var count = await ShowProgressAsync(async progress =>
        {
            var written = 0L;
            if (output is not null)
            {
                await AtomicFile.WriteAsync(output.FullName, async file => written = await WriteAsync(file));
                return written;
            }

            await using var standard = new BufferedStream(Console.OpenStandardOutput());
            return await WriteAsync(standard);

            Task<long> WriteAsync(Stream stream) => ObservationExport.WriteAsync(store, format, stream, progress, cancellation);
        });
        await Console.Error.WriteLineAsync($"{count:N0} observations{(output is null ? "" : $" are in {output.FullName}")}.");
        return 0;
    }

    /// <summary>Shows the count on standard error, because standard output may be the export, and only on a terminal.</summary>
    private static async Task<long> ShowProgressAsync(Func<Action<long>?, Task<long>> write)
    {
        if (Console.IsErrorRedirected)
            return await write(null);
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Status().StartAsync("reading", status => write(count => status.Status = $"{count:N0} observations"));
    }
}
