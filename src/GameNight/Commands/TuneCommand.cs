using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Hosting;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Review;
using GameNight.Retraining.Tuning;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Commands;

/// <summary><c>tune</c>: searches for better parameters of an algorithm that learns.</summary>
public static class TuneCommand
{
    private const int UsualMarks = 1_000;

    public static Command Create()
    {
        var algorithm = new Option<string>("--algorithm")
        {
            Description = $"{AppNetwork.Algorithm} or {BaseTrees.Algorithm}.",
            Required = true,
        };
        algorithm.AcceptOnlyFromAmong(AppNetwork.Algorithm, BaseTrees.Algorithm);
        var budget = new Option<TimeSpan>("--budget")
        {
            Description = "How long all trainings together may take, such as 90s, 20m or 2h.",
            Required = true,
            CustomParser = ParseTime,
        };
        var ink = new Option<FileInfo?>("--ink")
        {
            Description = "Recorded drawings with their writers to search by, instead of this copy's own.",
        };
        var marks = new Option<int>("--marks")
        {
            Description = "How many drawings each training learns from; as many as there are where there are fewer.",
            DefaultValueFactory = _ => UsualMarks,
        };
        OptionRules.Restrict(marks, RetrainingPipeline.MinExamples, LabelledDrawings.Capacity);
        var state = new Option<FileInfo?>("--state")
        {
            Description = "The file that keeps what was found out, and with which a search goes on; by default one in the data folder.",
        };
        var command = new Command(
            "tune",
            "Search for better parameters of an algorithm that learns. Killed or cancelled, it goes on where it was. Takes settings as "
            + "serve does.")
        {
            algorithm, budget, ink, marks, state,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = GameOptions.ReadFor(parsed.UnmatchedTokens);
            var name = parsed.GetRequiredValue(algorithm);
            var path = parsed.GetValue(state)?.FullName ?? Path.Combine(options.Folders.Data, "tuning", $"{name}.json");
            // This process does nothing else: training may take all processors.
            options = options with { Training = options.Training with { Threads = Environment.ProcessorCount } };
            await using var services = TrainerServices.Build(options);
            var (examples, key) = parsed.GetValue(ink) is { } file
                ? (await ReadInkAsync(file, options.Training.TrustedInk, cancellation), new SplitKey(new byte[16]))
                : (await ReadMarksAsync(services, cancellation),
                    await services.GetRequiredService<SplitSecret>().ReadAsync(cancellation));
            var players = new TuningPlayers(examples, key);
            var learner = Find(name, services.GetRequiredService<ModelLibrary>(), options.Training);
            var each = Math.Min(parsed.GetValue(marks), players.MostMarks);
            var tuner = new Tuner(learner, players, key, each, path, TimeProvider.System);
            var result = await TuneProgress.ShowAsync(progress => tuner.RunAsync(parsed.GetValue(budget), progress, cancellation));
            var settings = Path.ChangeExtension(path, ".settings.json");
            await TuningSettings.WriteAsync(settings, learner, result);
            Console.WriteLine(TuningReport.Describe(learner, result, each, players));
            Console.WriteLine($"All that was found out is in {path}, the settings with their evidence in {settings}.");
            return 0;
        });
        return command;
    }

    private static TunableLearner Find(string algorithm, ModelLibrary library, TrainingOptions options) => algorithm == AppNetwork.Algorithm
        ? TunableLearner.Of(
            algorithm, "Training:Network", AppNetworkOptions.Parameters, options.Network with { Threads = options.Threads },
            network => new AppNetworkLearner(library, network))
        : TunableLearner.Of(
            algorithm, "Training:Trees", AppTreesOptions.Parameters,
            options.Trees with { Trees = options.Trees.Trees with { Threads = options.Threads } },
            trees => new AppTreesLearner(library, DatasetFiles.FindMnist(null), trees));

    /// <summary>The recorded drawings but the trusted ones: parameters that were chosen by those would look better than they are.</summary>
    private static async Task<IReadOnlyList<TrainingExample>> ReadInkAsync(
        FileInfo file, TrustedInk? trusted, CancellationToken cancellation)
    {
        var recorded = await InkDataset.ReadAsync(file.FullName, cancellation).ToListAsync(cancellation);
        if (recorded.FindIndex(drawing => drawing.Label is < 0 or > 9) is >= 0 and var line)
            throw new InvalidDataException($"{file.FullName}, line {line + 1}: this is no drawing of a digit.");
        return [.. recorded.Select((drawing, i) => new TrainingExample(
            new Guid(i, 0, 0, new byte[8]), $"{drawing.Writer:D6}", drawing.Strokes,
            InkNormaliser.Normalise(drawing.Strokes), drawing.Label)).Where(example => trusted?.Contains(example.Image) != true)];
    }

    /// <summary>The marked drawings that a training here would learn from.</summary>
    private static async Task<IReadOnlyList<TrainingExample>> ReadMarksAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var labelled = await LabelledDrawings.ReadAsync(
            services.GetRequiredService<IObservationStore>(), services.GetRequiredService<ReviewDecisions>(), _ => { }, cancellation);
        if (labelled.Drawings.Count == 0)
            return [];
        var opinions = await services.GetRequiredService<OutOfFoldPredictor>().PredictAsync(labelled.Drawings, cancellation);
        var accepted = LabelReview.Review(labelled.Drawings, opinions).Accepted;
        var trusted = services.GetRequiredService<TrainingOptions>().TrustedInk;
        return PlayerCap.Of([.. accepted.Where(example => trusted?.Contains(example.Image) != true)]);
    }

    private static TimeSpan ParseTime(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var unit = text[^1..] switch { "s" => 1, "m" => 60, "h" => 3_600, _ => 0 };
        if (unit > 0 && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number * unit is > 0 and <= 7 * 24 * 3_600)
        {
            return TimeSpan.FromSeconds(number * unit);
        }

        result.AddError($"--budget is {text}; it is a time of up to a week such as 90s, 20m or 2h.");
        return default;
    }
}
