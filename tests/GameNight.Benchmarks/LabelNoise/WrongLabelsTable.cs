using System.Globalization;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>Formats results as a Markdown table, with a line for each round.</summary>
/// <param name="trusted">The test set.</param>
/// <param name="guess">Guesses with the network that ships.</param>
internal sealed class WrongLabelsTable(IReadOnlyList<TrainingExample> trusted, Func<TrainingExample, Guess> guess)
{
    private static readonly string[] Columns =
    [
        "scenario", "round", "labels", "wrong", "of them found", "doubted ones that are wrong", "right ones doubted",
        "of those that the network misreads", "decision", "trusted, before", "trusted, candidate", "difference in points (95 %)",
        "worst pair, candidate",
    ];

    public static string Head => $"{Row(Columns)}\n{Row(Columns.Select(_ => "---"))}";

    public string Line(RoundResult round)
    {
        var doubted = round.Suspects.Select(suspect => suspect.Id).ToHashSet();
        var wrong = round.Examples.Where(example => example.IsWrong).ToList();
        var right = round.Examples.Where(example => !example.IsWrong).ToList();
        var misread = right.Where(example => guess(example.Example).Digit != example.TrueDigit).ToList();
        int Doubted(List<NoisyExample> examples) => examples.Count(example => doubted.Contains(example.Example.Id));
        return Row(
        [
            round.Scenario,
            $"{round.Round}",
            $"{round.Examples.Count}",
            $"{wrong.Count}",
            Share(Doubted(wrong), wrong.Count),
            Share(Doubted(wrong), doubted.Count),
            Share(Doubted(right), right.Count),
            Share(Doubted(misread), misread.Count),
            $"{round.State}",
            Accuracy(round.Before),
            round.Candidate is null ? "" : Accuracy(round.Candidate),
            round.Candidate is null ? "" : Difference(round.Candidate, round.Before),
            round.Candidate is null ? "" : WorstPair(round.Candidate, round.Shipped),
        ]);
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Share(int some, int all) =>
        all == 0 ? "0 of 0" : string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({100.0 * some / all:F0} %)");

    private string Accuracy(int[] guesses)
    {
        var right = new Proportion(guesses.Length, guesses.Zip(trusted).Count(pair => pair.First == pair.Second.Digit));
        return string.Create(CultureInfo.InvariantCulture, $"{100 * right.Accuracy:F2} % ({100 * right.Low:F2} to {100 * right.High:F2})");
    }

    private string Difference(int[] candidate, int[] before)
    {
        var pairs = candidate.Zip(before, trusted)
            .Select(pair => (Candidate: pair.First == pair.Third.Digit, Before: pair.Second == pair.Third.Digit)).ToList();
        var (won, lost) = (pairs.Count(pair => pair is (true, false)), pairs.Count(pair => pair is (false, true)));
        var difference = PairedDifference.OfShares(won, lost, pairs.Count);
        static string Points(double value) => (100 * value).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);
        return $"{Points(difference.Mean)} ({Points(difference.Low)} to {Points(difference.High)})";
    }

    /// <summary>The digit that is most often more mistaken for another one than by the version that ships.</summary>
    private string WorstPair(int[] candidate, int[] shipped)
    {
        var counts = new Dictionary<(int Digit, int Guess), int>();
        void Add(int digit, int guessed, int count)
        {
            if (digit != guessed)
                counts[(digit, guessed)] = counts.GetValueOrDefault((digit, guessed)) + count;
        }

        foreach (var (example, byCandidate, byShipped) in trusted.Zip(candidate, shipped))
        {
            Add(example.Digit, byCandidate, 1);
            Add(example.Digit, byShipped, -1);
        }

        var ((worst, mistaken), most) = counts.OrderByDescending(pair => pair.Value).FirstOrDefault();
        return most <= 0 ? "none" : $"{worst} as {mistaken}: +{most} of {trusted.Count(example => example.Digit == worst)}";
    }
}
