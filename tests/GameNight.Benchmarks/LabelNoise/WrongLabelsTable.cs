using System.Globalization;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>What came of wrong marks, as Markdown: a line for each round.</summary>
/// <param name="trusted">The drawings of people who never play.</param>
/// <param name="guess">What the network that ships takes a drawing for.</param>
internal sealed class WrongLabelsTable(IReadOnlyList<TrainingExample> trusted, Func<TrainingExample, Guess> guess)
{
    public static string Head =>
        """
        | way | round | marks | wrong | of them found | picks that are wrong marks | right ones doubted | of those that the network misreads | decision | trusted, before | trusted, candidate | difference in points (95 %) | worst pair, candidate |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    public string Line(RoundResult round)
    {
        var doubted = round.Suspects.Select(suspect => suspect.Id).ToHashSet();
        var (wrong, right) = (round.Marks.Where(mark => mark.IsWrong).ToList(), round.Marks.Where(mark => !mark.IsWrong).ToList());
        var misread = right.Where(mark => guess(mark.Lesson).Digit != mark.Meant).ToList();
        var found = wrong.Count(mark => doubted.Contains(mark.Lesson.Id));
        int Doubted(List<NoisyExample> marks) => marks.Count(mark => doubted.Contains(mark.Lesson.Id));
        return string.Create(CultureInfo.InvariantCulture,
            $"| {round.Way} | {round.Round} | {round.Marks.Count} | {wrong.Count} | {Of(found, wrong.Count)} | {Of(found, doubted.Count)} | {Of(Doubted(right), right.Count)} | {Of(Doubted(misread), misread.Count)} | {round.State} | {Accuracy(round.Before)} | {(round.Candidate is null ? "" : Accuracy(round.Candidate))} | {(round.Candidate is null ? "" : Difference(round.Candidate, round.Before))} | {(round.Candidate is null ? "" : WorstPair(round.Candidate, round.Shipped))} |");
    }

    private string Accuracy(int[] answers)
    {
        var right = new Proportion(answers.Length, answers.Zip(trusted).Count(pair => pair.First == pair.Second.Digit));
        return string.Create(CultureInfo.InvariantCulture, $"{100 * right.Accuracy:F2} % ({100 * right.Low:F2} to {100 * right.High:F2})");
    }

    private string Difference(int[] candidate, int[] before)
    {
        var pairs = candidate.Zip(before, trusted).Select(pair => (Candidate: pair.First == pair.Third.Digit, Before: pair.Second == pair.Third.Digit)).ToList();
        var difference = PairedDifference.OfShares(pairs.Count(pair => pair is (true, false)), pairs.Count(pair => pair is (false, true)), pairs.Count);
        return string.Create(CultureInfo.InvariantCulture, $"{100 * difference.Mean:+0.00;-0.00;0.00} ({100 * difference.Low:+0.00;-0.00;0.00} to {100 * difference.High:+0.00;-0.00;0.00})");
    }

    /// <summary>Which digit is taken for which other one more often than by the version that ships, and by how many drawings.</summary>
    private string WorstPair(int[] candidate, int[] shipped)
    {
        var pairs = trusted.Zip(candidate, shipped).SelectMany(answer => new[] { (Digit: answer.First.Digit, As: answer.Second, Count: 1), (answer.First.Digit, As: answer.Third, Count: -1) })
            .Where(answer => answer.Digit != answer.As).GroupBy(answer => (answer.Digit, answer.As)).Select(pair => (pair.Key, Count: pair.Sum(answer => answer.Count))).OrderByDescending(pair => pair.Count);
        var ((digit, read), count) = pairs.FirstOrDefault();
        return count <= 0 ? "none" : $"{digit} as {read}: +{count} of {trusted.Count(lesson => lesson.Digit == digit)}";
    }

    private static string Of(int some, int all) => all == 0 ? "0 of 0" : string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({100.0 * some / all:F0} %)");
}
