using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Trial;
using GameNight.Statistics;

namespace GameNight.Benchmarks.Gate;

/// <summary>
/// <c>gate-replay</c>: asks the gate and the trial about the candidates of <c>gain-record</c>, again and again with other people in the
/// parts of trusted strangers, of the following evening's players, and of those who judge the figure.
/// </summary>
internal static class ReplayCommand
{
    private const int TrustedWriters = 5;
    private const int Looks = 10;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "What gain-record wrote." };
        var splits = new Option<int>("--splits") { Description = "How often the strangers are split.", DefaultValueFactory = _ => 20 };
        var command = new Command("gate-replay", "Ask the gate and the trial about recorded candidates.") { file, splits };
        command.SetAction(async (parsed, cancellation) =>
        {
            var outcomes = new List<Outcome>();
            foreach (var line in await File.ReadAllLinesAsync(parsed.GetRequiredValue(file).FullName, cancellation))
            {
                var evening = JsonSerializer.Deserialize<Recorded>(line, JsonSerializerOptions.Web)!;
                for (var split = 0; split < parsed.GetValue(splits); split++)
                {
                    foreach (var withInk in (bool[])[true, false])
                        outcomes.Add(Replay(evening, split, withInk));
                }
            }

            var groups = outcomes.GroupBy(outcome => (outcome.Algorithm, outcome.Marks, outcome.WithInk));
            foreach (var group in groups.OrderBy(group => group.Key))
                Summarise(group.Key, [.. group]);
        });
        return command;
    }

    private static Outcome Replay(Recorded evening, int split, bool withInk)
    {
        var random = new Random(split);
        var writers = evening.Strangers.Select(row => row[0]).Distinct().ToArray();
        random.Shuffle(writers);
        var trusted = writers.Take(TrustedWriters).ToHashSet();
        var next = writers.Skip(TrustedWriters).Take((writers.Length - TrustedWriters) / 2).ToHashSet();
        var judges = evening.Strangers.Where(row => !trusted.Contains(row[0]) && !next.Contains(row[0])).ToList();
        var gain = 100 * judges.Average(row => row[2] - row[1]);

        var prior = LearnerRecord.Of(evening.Algorithm, evening.Marks);
        var ink = withInk ? Compare(TrustedInk.SetName, [.. evening.Strangers.Where(row => trusted.Contains(row[0]))]) : null;
        var decision = PromotionGate.Decide(new GateEvidence(Compare(EvaluationSet.HeldOutName, evening.Own), ink, [], prior, prior));
        if (!decision.Tries)
            return new(evening.Algorithm, evening.Marks, withInk, evening.Seed, decision.Activates ? "at once" : "refused", gain);

        var later = evening.Strangers.Where(row => next.Contains(row[0])).ToArray();
        random.Shuffle(later);
        later = later[..Math.Min(later.Length, evening.Marks)];
        for (var look = 1; look <= Looks; look++)
        {
            var seen = later[..(later.Length * look / Looks)];
            var tally = Compare("trial", [.. seen]);
            var votes = seen.Where(row => row[1] != row[2]).GroupBy(row => row[0])
                .SelectMany(person => person.Take(TrialTest.MaxVotes)).ToList();
            var verdict = TrialTest.Judge(decision.Belief!, new TrialTally(
                seen.Length, tally.Gain!.Clusters, tally.Wins, tally.Losses, tally.Gain, GainOverFirst: null)
            {
                VotesWon = votes.Count(vote => vote[2] > 0),
                VotesLost = votes.Count(vote => vote[1] > 0),
            });
            var end = verdict == TrialVerdict.Better ? "after its trial" : "left";
            if (verdict != TrialVerdict.GoesOn)
                return new(evening.Algorithm, evening.Marks, withInk, evening.Seed, end, gain);
        }

        return new(evening.Algorithm, evening.Marks, withInk, evening.Seed, "still on trial", gain);
    }

    /// <summary>A row has the writer, right before and after, the log probability of the truth before and after, and the Brier
    /// scores.</summary>
    private static ModelComparison Compare(string name, List<double[]> rows)
    {
        var set = new EvaluationSet(
            name, [.. Enumerable.Repeat(new DigitImage(new byte[784]), rows.Count)], new int[rows.Count],
            [.. rows.Select(row => $"{row[0]}")]);
        var before = new PredictionResults([.. rows.Select(row => row[1] > 0)], [.. rows.Select(row => -row[3])], [.. rows.Select(row =>
            row[5])]);
        var after = new PredictionResults([.. rows.Select(row => row[2] > 0)], [.. rows.Select(row => -row[4])], [.. rows.Select(row =>
            row[6])]);
        // The digits are not recorded, so the rule on single digits says nothing here.
        return ModelComparison.Of(set, after, before, before) with { Digits = [] };
    }

    private static void Summarise((string Algorithm, int Marks, bool WithInk) key, List<Outcome> outcomes)
    {
        // The units are evenings: each counts by the share of its splits.
        var shares = outcomes.GroupBy(outcome => outcome.Seed)
            .Select(evening => evening.Average(outcome => outcome.InService && outcome.Gain > 0 ? 1.0 : 0)).ToList();
        var served = outcomes.Count(outcome => outcome.InService);
        var (low, high) = Proportion.Interval(shares.Average(), shares.Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{key.Algorithm}, {key.Marks} marks, {(key.WithInk ? "with" : "without")} trusted ink: {100 * shares.Average():F0} % of "
                + $"{shares.Count} evenings end better ({100 * low:F0} to {100 * high:F0}); of {outcomes.Count} splits: ")
            + string.Join(", ", outcomes.GroupBy(outcome => outcome.End).OrderByDescending(end => end.Count())
                .Select(end => $"{end.Count()} {end.Key}"))
            + string.Create(CultureInfo.InvariantCulture,
                $"; in service and more than 0.1 points worse: "
                    + $"{outcomes.Count(outcome => outcome.InService && outcome.Gain < -0.1)} of {served}; gain "
                    + $"{outcomes.Average(outcome => outcome.Gain):+0.00;-0.00}"));
    }

    private sealed record Recorded(string Algorithm, int Marks, int Players, int Seed, List<double[]> Strangers, List<double[]> Own);

    private sealed record Outcome(string Algorithm, int Marks, bool WithInk, int Seed, string End, double Gain)
    {
        public bool InService => End is "at once" or "after its trial";
    }
}
