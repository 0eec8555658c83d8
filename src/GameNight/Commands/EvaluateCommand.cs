using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Hosting;
using GameNight.Models;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;

namespace GameNight.Commands;

/// <summary><c>evaluate</c>: how good, how large and how fast the models are, on drawings with known labels.</summary>
public static class EvaluateCommand
{
    private const int BatchSize = 500;

    private const int TimedGuesses = 2000;

    public static Command Create()
    {
        var mnist = new Option<DirectoryInfo?>("--mnist") { Description = "Folder with MNIST's four original files." };
        var ink = new Option<FileInfo?>("--ink") { Description = "Recorded pen drawings, one JSON object a line, plain or .gz." };
        var all = new Option<bool>("--all") { Description = "Every version in the library, not only those in service." };
        var command = new Command("evaluate", "Measure the algorithms on MNIST's test set and on recorded ink. Takes settings as serve does.") { mnist, ink, all };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellation) => RunAsync(
            DatasetFiles.FindMnist(parsed.GetValue(mnist)), DatasetFiles.FindInk(parsed.GetValue(ink)), parsed.GetValue(all),
            GameOptions.ReadFor(parsed.UnmatchedTokens), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo? mnist, FileInfo? ink, bool all, GameOptions options, CancellationToken cancellation)
    {
        var library = ModelsFeature.OpenLibrary(options.Registry, TimeProvider.System);
        using var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(cancellation);
        if (!contestants.All.Any(contestant => contestant.InService) || (mnist is null && ink is null))
        {
            await Console.Error.WriteLineAsync(mnist is null && ink is null
                ? "No data found: name a folder with --mnist or a file with --ink."
                : "No algorithm is in service. " + string.Join(" ", contestants.All.Select(contestant => $"{contestant.Id}: {contestant.Reason}")));
            return 1;
        }

        if (Console.IsOutputRedirected)
        {
            // Into a file or a pipe: plain lines, as long as they are.
            AnsiConsole.Profile.Width = 250;
            AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
        }

        var sets = await ReadSetsAsync(mnist, ink, cancellation);
        var table = new Table().MarkdownBorder().AddColumns("algorithm", "version")
            .AddColumns([.. sets.Select(set => $"{set.Name}, n = {set.Drawings.Count.ToString("N0", CultureInfo.InvariantCulture)}")])
            .AddColumns("size", "µs a guess");
        var players = await SummonAsync(library, contestants, deployment, all, cancellation);
        await AnsiConsole.Progress().StartAsync(async progress =>
        {
            foreach (var player in players)
            {
                var cells = new List<string> { player.Key.Algorithm, player.Key.Version };
                foreach (var (name, drawings) in sets)
                    cells.Add(await MeasureAsync(player, drawings, progress.AddTask($"{player.Key}, {name}", maxValue: drawings.Count), cancellation));
                var bytes = await library.SizeAsync(player.Key, cancellation) ?? 0;
                cells.Add(string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:N0} KB"));
                cells.Add((await TimeAsync(player, sets[0].Drawings, cancellation)).ToString("N0", CultureInfo.InvariantCulture));
                table.AddRow([.. cells]);
            }
        });
        AnsiConsole.Write(table);
        players.ForEach(player => player.Loaded?.Dispose());
        return 0;
    }

    /// <summary>Who is in service and, where all are asked for, every other version that can serve; the others are named.</summary>
    private static async Task<List<Player>> SummonAsync(ModelLibrary library, Contestants contestants, ModelDeployment deployment, bool all, CancellationToken cancellation)
    {
        var players = contestants.All.Where(contestant => contestant.InService).Select(contestant => new Player(
            new ModelKey(contestant.Id, contestant.ActiveVersion!), images => contestants.GuessAsync(contestant.Id, images, cancellation), Loaded: null)).ToList();
        foreach (var key in (await library.ReadAsync(cancellation)).Values.SelectMany(shelf => shelf.Versions).Where(key => all && !players.Exists(player => player.Key == key)))
        {
            try
            {
                var classifier = await deployment.LoadAsync(key, cancellation);
                if (classifier.IsComposed)
                    classifier.Dispose();
                else
                    players.Add(new Player(key, images => Task.FromResult(Guesses(classifier, images)), classifier));
            }
            catch (InvalidModelException e)
            {
                await Console.Error.WriteLineAsync($"{key} cannot be measured: {e.Message}");
            }
        }

        return players;
    }

    private static IReadOnlyList<Guess> Guesses(OnnxClassifier classifier, IReadOnlyList<DigitImage> images) =>
        [.. classifier.Predict([.. images], CancellationToken.None).Chunk(OnnxClassifier.Digits).Select(probabilities => new Guess(classifier.Manifest.Algorithm, classifier.Manifest.Version, probabilities))];

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

    private static async Task<string> MeasureAsync(
        Player player, IReadOnlyList<(DigitImage Image, int Label)> drawings, ProgressTask progress, CancellationToken cancellation)
    {
        var answers = new List<(double Confidence, bool Correct)>(drawings.Count);
        foreach (var batch in drawings.Chunk(BatchSize))
        {
            cancellation.ThrowIfCancellationRequested();
            var guesses = await player.GuessAsync([.. batch.Select(drawing => drawing.Image)]);
            answers.AddRange(guesses.Zip(batch, (guess, drawing) => ((double)guess.Confidence, guess.Digit == drawing.Label)));
            progress.Increment(batch.Length);
        }

        var score = new Proportion(answers.Count, answers.Count(answer => answer.Correct));
        return $"{Percent(score.Accuracy)} ({Percent(score.Low)} to {Percent(score.High)}), calibration error {Percent(Calibration.ExpectedError(answers))}";
    }

    /// <summary>The median time of a guess of one drawing, in microseconds.</summary>
    private static async Task<double> TimeAsync(Player player, IReadOnlyList<(DigitImage Image, int Label)> drawings, CancellationToken cancellation)
    {
        var times = new List<double>(TimedGuesses);
        foreach (var (image, _) in drawings.Take(TimedGuesses))
        {
            cancellation.ThrowIfCancellationRequested();
            var started = Stopwatch.GetTimestamp();
            await player.GuessAsync([image]);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private static string Percent(double? share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:F2} %");

    /// <param name="Key">Which version.</param>
    /// <param name="GuessAsync">Its guesses.</param>
    /// <param name="Loaded">What has to be disposed of in the end.</param>
    private sealed record Player(ModelKey Key, Func<IReadOnlyList<DigitImage>, Task<IReadOnlyList<Guess>>> GuessAsync, OnnxClassifier? Loaded);
}
