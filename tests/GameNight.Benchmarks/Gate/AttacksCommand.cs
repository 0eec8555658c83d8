using System.CommandLine;
using System.Globalization;
using GameNight.Benchmarks.LabelNoise;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Retraining.Evaluation;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Benchmarks.Gate;

/// <summary>
/// <c>attacks</c>: what attackers who know the gate achieve without trusted ink: scripted plays under new names that would judge their
/// own version, and a slow change through one trial after the other. A fifth of the writers never play and judge what serves.
/// </summary>
internal static class AttacksCommand
{
    private const int Cookies = 5;
    private const int ScriptedPlays = 70;

    public static Command Create()
    {
        var trees = new Option<bool>("--trees") { Description = "The trees instead of the network." };
        var fold = new Option<int>("--trusted") { Description = "The fifth of the writers who do not play, 0 to 4." };
        var slow = new Option<bool>("--slow") { Description = "The slow attack, instead of the one that chooses its judges." };
        var rounds = new Option<int>("--rounds") { Description = "How many rounds the slow attack has.", DefaultValueFactory = _ => 10 };
        var command = new Command("attacks", "Measure what attackers achieve who know the gate.") { trees, fold, slow, rounds };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(null) ?? throw new FileNotFoundException("There is no recorded ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var judges = recorded.HeldOut(parsed.GetValue(fold));
            var guards = new GuardSets(DatasetFiles.FindMnist(null)?.FullName);
            using var evening = new Evening(
                GameFolders.Default.Models, guards, trusted: null, library => EveningsCommand.Learner(library, parsed.GetValue(trees)),
                threads: 2);
            using var network = await LoadNetworkAsync(cancellation);
            var scenarios = new WrongLabelsScenarios(
                [.. recorded.Examples.Except(judges)], seed: 1 + parsed.GetValue(fold), image => new Guess("", "", network.Predict(image)));
            var before = await evening.CountRightAsync(await evening.ActiveAsync(cancellation), judges, cancellation);
            var round = 0;
            foreach (var (honest, scripted) in parsed.GetValue(slow)
                ? WrongLabelsScenarios.All["slowly unclear 4 as 9"](scenarios).Select(plays => (Examples(plays), NoPlays()))
                : ChooseJudges(recorded, judges))
            {
                if (++round > parsed.GetValue(rounds))
                    break;
                await evening.PlayAsync(honest, cancellation, PlayOrigin.Page);
                await evening.PlayAsync(scripted, cancellation, PlayOrigin.Api);
                var outcome = await evening.LearnAsync(cancellation);
                var active = await evening.ActiveAsync(cancellation);
                var lost = before - await evening.CountRightAsync(active, judges, cancellation);
                var trial = await evening.FindTrialAsync(cancellation);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{evening.Algorithm}, round {round}: version {active} serves, "
                        + $"{-100.0 * lost / judges.Count:+0.00;-0.00;0.00} points on {judges.Count} drawings of those who never "
                        + $"play; on trial: {trial?.Version ?? "none"} ({trial?.Tally.Wins} to {trial?.Tally.Losses} of "
                        + $"{trial?.Tally.Drawings}). {outcome.Description}"));
            }
        });
        return command;
    }

    /// <summary>
    /// Two evenings of 200 honest plays; to each come seventy of five new names, half of them fours that are called nines, and the
    /// other half clear drawings that make the names look honest.
    /// </summary>
    private static IEnumerable<(List<TrainingExample> Honest, List<TrainingExample> Scripted)> ChooseJudges(
        RecordedWriters recorded, IReadOnlyList<TrainingExample> judges)
    {
        var all = recorded.Examples.Except(judges).ToArray();
        new Random(1).Shuffle(all);
        var fours = new Queue<TrainingExample>(all.Skip(400).Where(example => example.Digit == 4));
        var others = new Queue<TrainingExample>(all.Skip(400).Where(example => example.Digit != 4));
        for (var evening = 0; evening < 2; evening++)
        {
            var scripted = Enumerable.Range(0, ScriptedPlays).Select(i =>
            {
                var drawing = (i % 2 == 0 ? fours : others).Dequeue();
                return drawing with { Player = $"cookie {i % Cookies}", Digit = drawing.Digit == 4 ? 9 : drawing.Digit };
            }).ToList();
            yield return ([.. all.Skip(200 * evening).Take(200)], scripted);
        }
    }

    private static List<TrainingExample> Examples(IReadOnlyList<NoisyExample> plays) => [.. plays.Select(play => play.Example)];

    private static List<TrainingExample> NoPlays() => [];

    private static async Task<OnnxClassifier> LoadNetworkAsync(CancellationToken cancellation)
    {
        var library = new ModelLibrary(
            new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(Path.GetTempPath()), TimeProvider.System);
        var shipped = await library.ReadShippedAsync(AppNetwork.Algorithm, cancellation);
        return OnnxClassifier.Load(shipped, await library.ReadModelAsync(shipped, cancellation));
    }
}
