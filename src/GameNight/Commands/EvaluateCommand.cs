using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Hosting;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace GameNight.Commands;

/// <summary><c>evaluate</c>: measures accuracy, calibration, size and speed of the models on drawings with known labels.</summary>
public static class EvaluateCommand
{
    private const int BatchSize = 500;

    private const int TimedGuesses = 2000;

    public static Command Create()
    {
        var mnist = new Option<DirectoryInfo?>("--mnist") { Description = "Folder with MNIST's four original files." };
        var ink = new Option<FileInfo?>("--ink") { Description = "Recorded pen drawings, one JSON object a line, plain or .gz." };
        var all = new Option<bool>("--all") { Description = "Every version in the library, not only those in service." };
        var command = new Command(
            "evaluate", "Measure the algorithms on MNIST's test set and on recorded ink. Takes settings as serve does.")
        {
            mnist, ink, all,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            DatasetFiles.FindMnist(parsed.GetValue(mnist)), DatasetFiles.FindInk(parsed.GetValue(ink)), parsed.GetValue(all),
            GameOptions.ReadFor(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        DirectoryInfo? mnist, FileInfo? ink, bool all, GameOptions options, CancellationToken cancellation)
    {
        var library = ModelsFeature.OpenLibrary(options.Registry, TimeProvider.System);
        using var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(cancellation);
        if (mnist is null && ink is null)
        {
            await Console.Error.WriteLineAsync("No data found: name a folder with --mnist or a file with --ink.");
            return 1;
        }

        if (!contestants.All.Any(contestant => contestant.InService))
        {
            var reasons = contestants.All.Select(contestant => $"{contestant.Id}: {contestant.Reason}");
            await Console.Error.WriteLineAsync("No algorithm is in service. " + string.Join(" ", reasons));
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            // A file or a pipe has no width to wrap at, and no colours.
            AnsiConsole.Profile.Width = 250;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        var sets = await ReadSetsAsync(mnist, ink, cancellation);
        var table = new Table().MarkdownBorder().AddColumns("algorithm", "version")
            .AddColumns([.. sets.Select(set => $"{set.Name}, n = {set.Drawings.Count.ToString("N0", CultureInfo.InvariantCulture)}")])
            .AddColumns("size", "µs a guess");
        var versions = await ListAsync(library, contestants, all, cancellation);
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            foreach (var version in versions)
            {
                var cells = new List<string> { version.Key.Algorithm, version.Key.Version };
                foreach (var (name, drawings) in sets)
                {
                    var bar = progress.AddTask($"{version.Key}, {name}", maxValue: drawings.Count);
                    cells.Add(await MeasureAsync(version, drawings, bar, cancellation));
                }

                var bytes = await library.SizeAsync(version.Key, cancellation) ?? 0;
                cells.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:N0} KB"));
                cells.Add((await TimeAsync(version, sets[0].Drawings, cancellation)).ToString("N0", CultureInfo.InvariantCulture));
                table.AddRow([.. cells]);
            }
        });
        AnsiConsole.Write(table);
        versions.ForEach(version => version.Loaded?.Dispose());
        return 0;
    }

    /// <summary>
    /// The versions in service and, where all are asked for, every other one that can be measured by itself. A version that cannot be
    /// loaded is reported on standard error and left out.
    /// </summary>
    private static async Task<List<MeasuredVersion>> ListAsync(
        ModelLibrary library, Contestants contestants, bool all, CancellationToken cancellation)
    {
        var versions = contestants.All.Where(contestant => contestant.InService).Select(contestant => new MeasuredVersion(
            new ModelKey(contestant.Id, contestant.ActiveVersion!),
            images => contestants.GuessAsync(contestant.Id, images, cancellation),
            Loaded: null)).ToList();
        if (!all)
            return versions;
        var inService = versions.Select(version => version.Key).ToHashSet();
        var algorithms = await library.ReadAsync(cancellation);
        foreach (var key in algorithms.Values.SelectMany(algorithm => algorithm.Versions).Where(key => !inService.Contains(key)))
        {
            try
            {
                var classifier = await OnnxClassifier.LoadAsync(library, key, cancellation);
                // A composed version cannot guess without the others.
                if (classifier.IsComposed)
                    classifier.Dispose();
                else
                    versions.Add(new MeasuredVersion(key, images => Task.FromResult(Guesses(classifier, images)), classifier));
            }
            catch (InvalidModelException e)
            {
                await Console.Error.WriteLineAsync($"{key} can't be measured: {e.Message}");
            }
        }

        return versions;
    }

    private static IReadOnlyList<Guess> Guesses(OnnxClassifier classifier, IReadOnlyList<DigitImage> images) =>
    [
        .. classifier.Predict([.. images], CancellationToken.None).Chunk(OnnxClassifier.Digits)
            .Select(probabilities => new Guess(classifier.Manifest.Algorithm, classifier.Manifest.Version, probabilities)),
    ];

    private static async Task<List<(string Name, IReadOnlyList<(DigitImage Image, int Label)> Drawings)>> ReadSetsAsync(
        DirectoryInfo? mnist, FileInfo? ink, CancellationToken cancellation)
    {
        var sets = new List<(string, IReadOnlyList<(DigitImage, int)>)>();
        if (mnist is not null)
            sets.Add(("MNIST test", await MnistDataset.ReadTestSetAsync(mnist.FullName, cancellation)));
        if (ink is not null)
            sets.Add(("development ink", await InkDataset.ReadNormalisedAsync(ink.FullName, cancellation)));

        return sets;
    }

    private static async Task<string> MeasureAsync(
        MeasuredVersion version, IReadOnlyList<(DigitImage Image, int Label)> drawings, ProgressTask progress,
        CancellationToken cancellation)
    {
        var answers = new List<(double Confidence, bool Correct)>(drawings.Count);
        foreach (var batch in drawings.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var guesses = await version.GuessAsync([.. batch.Select(drawing => drawing.Image)]);
            answers.AddRange(guesses.Zip(batch, (guess, drawing) => ((double)guess.Confidence, guess.Digit == drawing.Label)));
            progress.Increment(batch.Length);
        }

        var score = new Proportion(answers.Count, answers.Count(answer => answer.Correct));
        var error = Calibration.ExpectedError(answers);
        return $"{Percent(score.Accuracy)} ({Percent(score.Low)} to {Percent(score.High)}), calibration error {Percent(error)}";
    }

    /// <summary>The median time of a guess of one drawing, in microseconds.</summary>
    private static async Task<double> TimeAsync(
        MeasuredVersion version, IReadOnlyList<(DigitImage Image, int Label)> drawings, CancellationToken cancellation)
    {
        var times = new List<double>(TimedGuesses);
        foreach (var (image, _) in drawings.Take(TimedGuesses))
        {
            cancellation.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            await version.GuessAsync([image]);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static string Percent(double? share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F2} %");

    /// <param name="Key">Which version.</param>
    /// <param name="GuessAsync">Guesses images, in their order.</param>
    /// <param name="Loaded">The model, where it was loaded for the measurement and has to be disposed; else null.</param>
    private sealed record MeasuredVersion(
        ModelKey Key, Func<IReadOnlyList<DigitImage>, Task<IReadOnlyList<Guess>>> GuessAsync, OnnxClassifier? Loaded);
}
