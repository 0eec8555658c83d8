using System.CommandLine;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Evaluation;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary><c>wrong-labels</c>: what wrong marks do to those who learn, on recorded drawings, judged by people who never play.</summary>
internal static class WrongLabelsCommand
{
    public static Command Create()
    {
        var ink = new Option<FileInfo?>("--ink") { Description = "Recorded pen drawings with their writers, one JSON object a line, plain or .gz." };
        var mnist = new Option<DirectoryInfo?>("--mnist") { Description = "Folder with MNIST's four original files: its test set is a guard set then." };
        var ways = new Option<string[]>("--ways") { Description = $"Which of: {string.Join(", ", WrongLabelsScenarios.Ways.Keys)}.", DefaultValueFactory = _ => [.. WrongLabelsScenarios.Ways.Keys], AllowMultipleArgumentsPerToken = true };
        var trees = new Option<bool>("--trees") { Description = "The trees learn instead of the network." };
        var fold = new Option<int>("--trusted") { Description = "Which fifth of the writers never plays and is judged, 0 to 4." };
        var seed = new Option<int>("--seed") { Description = "Decides on the marks.", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "How many processors are used.", DefaultValueFactory = _ => 2 };
        var command = new Command("wrong-labels", "Measure what wrong marks, lies and scribbles do to those who learn.") { ink, mnist, ways, trees, fold, seed, threads };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(parsed.GetValue(ink)) ?? throw new FileNotFoundException("There is no recorded ink: name its file with --ink.");
            var test = DatasetFiles.FindMnist(parsed.GetValue(mnist));
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var trusted = recorded.Held(parsed.GetValue(fold));
            var playing = recorded.Lessons.Except(trusted).ToList();

            var library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(Path.GetTempPath()), TimeProvider.System);
            var shipped = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
            using var network = OnnxClassifier.Load(shipped, await library.ReadModelAsync(shipped, cancellation));
            Guess Ask(DigitImage image) => new("", "", network.Predict(image));

            var table = new WrongLabelsTable(trusted, lesson => Ask(lesson.Image));
            var used = parsed.GetValue(threads);
            var measured = new WrongLabelsExperiment(GameFolders.Default.Models, trusted, new GuardSets(test?.FullName), own => parsed.GetValue(trees)
                ? new AppTreesLearner(own, test, new AppTreesOptions { Trees = new AppTreesOptions().Trees with { Threads = used } })
                : new AppNetworkLearner(own, new AppNetworkOptions { Threads = used }), used);
            Console.WriteLine(WrongLabelsTable.Head);
            var said = new List<string>();
            foreach (var way in parsed.GetRequiredValue(ways))
            {
                foreach (var round in await measured.MeasureAsync(way, WrongLabelsScenarios.Ways[way](new WrongLabelsScenarios(playing, parsed.GetValue(seed), Ask)), cancellation))
                {
                    Console.WriteLine(table.Line(round));
                    said.Add($"{round.Way}, round {round.Round}: {round.Words}");
                }
            }

            said.ForEach(Console.WriteLine);
        });
        return command;
    }
}
