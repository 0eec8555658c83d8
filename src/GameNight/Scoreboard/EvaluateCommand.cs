using System.CommandLine;
using System.Globalization;
using GameNight.Datasets;
using GameNight.Drawing;
using GameNight.Recognition;
using GameNight.Shell;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace GameNight.Scoreboard;

/// <summary><c>evaluate</c>: how good the shipped models are on drawings with known labels.</summary>
public static class EvaluateCommand
{
    private const int BatchSize = 500;

    public static Command Create()
    {
        var mnist = new Option<DirectoryInfo?>("--mnist") { Description = "Folder with MNIST's four original files." };
        var ink = new Option<FileInfo?>("--ink") { Description = "Recorded pen drawings, one JSON object a line, plain or .gz." };
        var command = new Command("evaluate", "Measure every algorithm in service on MNIST's test set and on recorded ink.") { mnist, ink };
        command.SetAction((parsed, cancellation) => RunAsync(
            DatasetFiles.FindMnist(parsed.GetValue(mnist)), DatasetFiles.FindInk(parsed.GetValue(ink)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo? mnist, FileInfo? ink, CancellationToken cancellation)
    {
        using var contestants = new Contestants(GameOptions.Default.ModelsFolder, NullLogger<Contestants>.Instance);
        var inService = contestants.All.Where(contestant => contestant.InService).ToList();
        if (inService.Count == 0 || (mnist is null && ink is null))
        {
            await Console.Error.WriteLineAsync(inService.Count == 0
                ? "No algorithm is in service. " + string.Join(" ", contestants.All.Select(contestant => $"{contestant.Id}: {contestant.Reason}"))
                : "No data found: name a folder with --mnist or a file with --ink.");
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            // Into a file or a pipe: plain lines, as long as they are.
            AnsiConsole.Profile.Width = 200;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        var table = new Table().MarkdownBorder().AddColumns("algorithm", "version", "data", "n", "accuracy", "95 % interval", "calibration error");
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            foreach (var (name, drawings) in await ReadSetsAsync(mnist, ink, cancellation))
            {
                foreach (var contestant in inService)
                    table.AddRow(Measure(contestant, name, drawings, progress.AddTask($"{contestant.Id}, {name}", maxValue: drawings.Count), cancellation));
            }
        });
        AnsiConsole.Write(table);
        return 0;
    }

    private static async Task<List<(string Name, IReadOnlyList<(DigitImage Image, int Label)> Drawings)>> ReadSetsAsync(
        DirectoryInfo? mnist, FileInfo? ink, CancellationToken cancellation)
    {
        var sets = new List<(string, IReadOnlyList<(DigitImage, int)>)>();
        if (mnist is not null)
            sets.Add(("MNIST test", await MnistDataset.ReadTestSetAsync(mnist.FullName, cancellation)));
        if (ink is not null)
        {
            sets.Add(("development ink", await InkDataset.ReadAsync(ink.FullName, cancellation)
                .Select(recorded => (InkNormaliser.Normalise(recorded.Strokes), recorded.Label)).ToListAsync(cancellation)));
        }

        return sets;
    }

    private static string[] Measure(
        Contestant contestant, string name, IReadOnlyList<(DigitImage Image, int Label)> drawings, ProgressTask progress, CancellationToken cancellation)
    {
        var answers = new List<(double Confidence, bool Correct)>(drawings.Count);
        foreach (var batch in drawings.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var guesses = contestant.Guess([.. batch.Select(drawing => drawing.Image)]);
            answers.AddRange(guesses.Zip(batch, (guess, drawing) => ((double)guess.Confidence, guess.Digit == drawing.Label)));
            progress.Increment(batch.Length);
        }

        var score = new Proportion(answers.Count, answers.Count(answer => answer.Correct));
        return
        [
            contestant.Id, contestant.ActiveVersion!, name, score.N.ToString("N0", CultureInfo.InvariantCulture),
            Percent(score.Accuracy), $"{Percent(score.Low)} – {Percent(score.High)}", Percent(Calibration.ExpectedError(answers)),
        ];
    }

    private static string Percent(double? share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F2} %");
}
