using System.CommandLine;
using System.Globalization;
using GameNight.Benchmarks.Training;
using GameNight.Configuration;
using GameNight.Datasets;
using GameNight.Retraining.Evaluation;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.Gate;

/// <summary>
/// <c>evenings-in-a-row</c>: how well the version in service reads strangers after each of several evenings of the same players, with
/// and without trusted ink, beside an oracle that knows the strangers' answers and takes a version only when it is better for them.
/// </summary>
internal static class EveningsInARowCommand
{
    private const int TrustedWriters = 7;
    private const int JudgingWriters = 8;

    public static Command Create()
    {
        var trees = new Option<bool>("--trees") { Description = "The trees instead of the network." };
        var marks = new Option<int>("--marks") { Description = "How many marks an evening has.", DefaultValueFactory = _ => 300 };
        var evenings = new Option<int>("--evenings") { Description = "How many evenings.", DefaultValueFactory = _ => 10 };
        var seeds = new Option<int>("--seeds") { Description = "How often, each time with others.", DefaultValueFactory = _ => 1 };
        var command = new Command("evenings-in-a-row", "Follow the version in service over evenings.") { trees, marks, evenings, seeds };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = DatasetFiles.FindInk(null) ?? throw new FileNotFoundException("There is no recorded ink.");
            var recorded = await RecordedWriters.ReadAsync(file, cancellation);
            var ink = await InkDataset.ReadAsync(file.FullName, cancellation).ToListAsync(cancellation);
            var guards = new GuardSets(DatasetFiles.FindMnist(null)?.FullName);
            Console.WriteLine("algorithm,seed,evening,marks,trusted,served,accuracy,oracle,n");
            for (var seed = 1; seed <= parsed.GetValue(seeds); seed++)
            {
                var writers = recorded.Examples.Select(example => example.Player).Distinct().ToArray();
                new Random(seed).Shuffle(writers);
                var judging = writers.Take(JudgingWriters).ToHashSet();
                var trusted = writers.Skip(JudgingWriters).Take(TrustedWriters)
                    .Select(writer => int.Parse(writer, CultureInfo.InvariantCulture)).ToHashSet();
                var players = writers.Skip(JudgingWriters + TrustedWriters).ToHashSet();
                var drawings = recorded.Examples.Where(example => players.Contains(example.Player)).ToArray();
                new Random(seed).Shuffle(drawings);
                var judges = recorded.Examples.Where(example => judging.Contains(example.Player)).ToList();
                var known = new Dictionary<string, LearnedVersion>();
                foreach (var withInk in (bool[])[true, false])
                {
                    using var game = new Evening(
                        GameFolders.Default.Models, guards,
                        withInk
                            ? TrustedInk.Of([.. ink.Where(drawing => trusted.Contains(drawing.Writer) && !drawing.Strokes.IsBlank)])
                            : null,
                        library => new RememberingLearner(EveningsCommand.Learner(library, parsed.GetValue(trees)), known), threads: 2);
                    await FollowAsync(
                        game, drawings, judges, parsed.GetValue(marks), parsed.GetValue(evenings), seed, withInk, cancellation);
                }
            }
        });
        return command;
    }

    private static async Task FollowAsync(
        Evening game, TrainingExample[] drawings, List<TrainingExample> judges, int marks, int evenings, int seed, bool withInk,
        CancellationToken cancellation)
    {
        var right = new Dictionary<string, int>();
        var best = await CountAsync(await game.ActiveAsync(cancellation));
        Report(0, await game.ActiveAsync(cancellation), best);
        for (var evening = 1; evening <= evenings && evening * marks <= drawings.Length; evening++)
        {
            await game.PlayAsync(drawings[((evening - 1) * marks)..(evening * marks)], cancellation);
            var outcome = await game.LearnAsync(cancellation);
            if (outcome.Version is { } candidate)
                best = Math.Max(best, await CountAsync(candidate));
            var served = await game.ActiveAsync(cancellation);
            await CountAsync(served);
            Report(evening, served, best);
        }

        async Task<int> CountAsync(string version) => right.TryGetValue(version, out var known)
            ? known
            : right[version] = await game.CountRightAsync(version, judges, cancellation);

        void Report(int evening, string served, int oracle) => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{game.Algorithm},{seed},{evening},{evening * marks},{(withInk ? "yes" : "no")},{served},"
                + $"{100.0 * right[served] / judges.Count:F2},{100.0 * oracle / judges.Count:F2},{judges.Count}"));
    }
}
