using System.CommandLine;
using System.Globalization;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Models;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Queue;
using GameNight.Statistics;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Trees;

namespace GameNight.Benchmarks.Gate;

/// <summary>
/// <c>evenings</c>: how many evenings end with a better version in service, at once or after a trial in the following evening, with
/// and without trusted ink. Players, trusted strangers and those who judge the figure are different writers.
/// </summary>
internal static class EveningsCommand
{
    /// <summary>How many writers are the trusted ink.</summary>
    private const int TrustedWriters = 7;

    /// <summary>The fewest and the most players; of 30 writers as many are left to judge as are trusted.</summary>
    private const int MinPlayers = 8;
    private const int MaxPlayers = 16;

    public static Command Create()
    {
        var trees = new Option<bool>("--trees") { Description = "The trees instead of the network." };
        var marks = new Option<int[]>("--marks")
        {
            Description = "How many marks an evening has.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [200, 1000, 2000],
        };
        var evenings = new Option<int>("--evenings") { Description = "How many of each.", DefaultValueFactory = _ => 20 };
        var first = new Option<int>("--first") { Description = "The seed of the first.", DefaultValueFactory = _ => 1 };
        var command = new Command("evenings", "Count the evenings after which a better version is in service.") { trees, marks, evenings,
            first };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(null) ?? throw new FileNotFoundException("There is no recorded ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var ink = await InkDataset.ReadAsync(file.FullName, cancellation).ToListAsync(cancellation);
            var guards = new GuardSets(DatasetFiles.FindMnist(null)?.FullName);
            foreach (var count in parsed.GetRequiredValue(marks))
            {
                var results = new List<(bool Trusted, string End, double Gain)>();
                for (var i = 0; i < parsed.GetValue(evenings); i++)
                {
                    var seed = parsed.GetValue(first) + i;
                    var known = new Dictionary<string, LearnedVersion>();
                    foreach (var trusted in (bool[])[true, false])
                    {
                        results.Add(await MeasureAsync(
                            recorded, ink, guards, parsed.GetValue(trees), count, seed, trusted, known, cancellation));
                    }
                }

                foreach (var group in results.GroupBy(result => result.Trusted))
                    Summarise(count, group.Key, [.. group.Select(result => (result.End, result.Gain))]);
            }
        });
        return command;
    }

    private static async Task<(bool Trusted, string End, double Gain)> MeasureAsync(
        RecordedWriters recorded, List<RecordedInk> ink, GuardSets guards, bool trees, int marks, int seed, bool withInk,
        Dictionary<string, LearnedVersion> known, CancellationToken cancellation)
    {
        var random = new Random(seed);
        var writers = recorded.Examples.Select(example => example.Player).Distinct().ToArray();
        random.Shuffle(writers);
        var players = writers.Take(random.Next(MinPlayers, MaxPlayers + 1)).ToHashSet();
        var trusted = writers.TakeLast(TrustedWriters).Select(writer => int.Parse(writer, CultureInfo.InvariantCulture)).ToHashSet();
        var judging = writers.Except(players).Except(writers.TakeLast(TrustedWriters)).ToHashSet();
        var drawings = recorded.Examples.Where(example => players.Contains(example.Player)).ToArray();
        random.Shuffle(drawings);
        var judges = recorded.Examples.Where(example => judging.Contains(example.Player)).ToList();
        using var evening = new Evening(
            GameFolders.Default.Models, guards,
            withInk ? TrustedInk.Of([.. ink.Where(drawing => trusted.Contains(drawing.Writer) && !drawing.Strokes.IsBlank)]) : null,
            library => new RememberingLearner(Learner(library, trees), known), threads: 2);
        var shipped = await evening.ActiveAsync(cancellation);

        await evening.PlayAsync(drawings[..Math.Min(marks, drawings.Length)], cancellation);
        var outcome = await evening.LearnAsync(cancellation);
        var end = outcome.State switch
        {
            RunState.Activated => "at once",
            RunState.OnTrial => "on trial",
            _ => "refused",
        };
        var tally = "";
        if (outcome.State == RunState.OnTrial)
        {
            await evening.PlayAsync([.. drawings.Skip(marks).Take(marks)], cancellation);
            var trial = await evening.FindTrialAsync(cancellation);
            end = await evening.ActiveAsync(cancellation) != shipped ? "after its trial" : trial is null ? "left its trial"
                : "still on trial";
            tally = trial is null ? "" : $" {trial.Tally.Wins} to {trial.Tally.Losses} of {trial.Tally.Drawings}, gain "
                + $"{trial.Tally.Gain?.Mean:F4} ± {trial.Tally.Gain?.NormalError:F4}";
        }

        var version = outcome.Version ?? shipped;
        var (before, after) = (
            await evening.CountRightAsync(shipped, judges, cancellation), await evening.CountRightAsync(version, judges, cancellation));
        var gain = 100.0 * (after - before) / judges.Count;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{evening.Algorithm}, {marks} marks of {players.Count} players, seed {seed}, {(withInk ? "with" : "without")} trusted "
                + $"ink: {end}, {gain:+0.00;-0.00;0.00} points of {judges.Count} by "
                + $"{judging.Count} strangers.{tally} {outcome.Description}"));
        return (withInk, end, gain);
    }

    private static void Summarise(int marks, bool trusted, List<(string End, double Gain)> evenings)
    {
        var served = evenings.Where(evening => evening.End is "at once" or "after its trial").ToList();
        var better = new Proportion(evenings.Count, served.Count(evening => evening.Gain > 0));
        var harmful = served.Count(evening => evening.Gain < -0.1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"=== {marks} marks, {(trusted ? "with" : "without")} trusted ink: better in service after {better.Correct} of "
                + $"{better.N} evenings (95 % {100 * better.Low:F0} to {100 * better.High:F0} %), "
                + $"{evenings.Count(evening => evening.End == "at once")} at once; {harmful} of {served.Count} in service lose more "
                + $"than 0.1 points; the candidates gain {evenings.Average(evening => evening.Gain):+0.00;-0.00} points"));
    }

    internal static ILearner Learner(ModelLibrary library, bool trees)
    {
        var options = new AppTreesOptions();
        return trees
            ? new AppTreesLearner(library, null, options with { Trees = options.Trees with { Threads = 2 } })
            : new AppNetworkLearner(library, new AppNetworkOptions { Threads = 2 });
    }
}
