using GameNight.Scoreboard.Results;
using GameNight.Statistics;

namespace GameNight.Scoreboard.Charts;

/// <summary>Answers "Who reads your digits best?" in a sentence or two, with no more certainty than there is.</summary>
/// <remarks>
/// Contestants are compared on the drawings that both guessed, with the p values of <see cref="Scores.RankedPairs"/>: the sentence never
/// says anything else than the pairs do that are shown one by one.
/// </remarks>
public static class Headline
{
    /// <summary>Who has guessed fewer answered drawings is not compared: a guest who got three of three reads nothing best yet.</summary>
    public const int MinDrawings = 20;

    /// <param name="scores">What was counted. Versions on shadow are left out.</param>
    /// <param name="nameOf">The name of an algorithm by its id.</param>
    public static string Of(Scores scores, Func<string, string> nameOf)
    {
        var most = scores.Statistics.Algorithms.Select(algorithm => algorithm.N).DefaultIfEmpty().Max();
        var compared = scores.Statistics.Algorithms.Where(algorithm => algorithm.N >= MinDrawings).ToList();
        return compared switch
        {
            _ when most == 0 => "Nobody can tell yet: no drawing has an answer.",
            [] => $"Too early to say: {ScoreFormatter.Count(most)} of the {MinDrawings} answered drawings that it takes.",
            [var only] => Capitalise($"{nameOf(only.Algorithm)} has nobody to compare with yet: {ScoreFormatter.MistakeRate(only)}."),
            _ => Capitalise(Compare(compared, scores.RankedPairs, nameOf)),
        };
    }

    private static string Compare(List<AlgorithmStatistics> compared, IReadOnlyList<RankedPair> pairs, Func<string, string> nameOf)
    {
        // On the same drawings, the one that wins most pairs; where they guessed different ones, shares alone could mislead.
        var leader = compared.OrderByDescending(algorithm => compared.Sum(other => Math.Sign(Lead(pairs, algorithm, other))))
            .ThenByDescending(algorithm => algorithm.Accuracy).First();
        var others = compared.Where(other => other != leader).OrderByDescending(other => other.Accuracy).ToList();
        var equals = others.Where(other => other.Accuracy == leader.Accuracy && Lead(pairs, leader, other) == 0).ToList();
        var open = Names(others.Except(equals).Where(other => CertaintyOver(other) == Certainty.TooEarly));
        var probable = Names(others.Where(other => CertaintyOver(other) == Certainty.Probably));
        var clear = Names(others.Where(other => CertaintyOver(other) == Certainty.Clearly));
        var (name, mistakes) = (nameOf(leader.Algorithm), ScoreFormatter.MistakeRate(leader));
        string[] ahead = [.. Ahead("clearly", clear), .. Ahead("probably", probable)];
        if (equals.Count > 0)
        {
            return $"{Enumeration.OfNames([name, .. Names(equals)])} are level: {mistakes} each."
                + (open.Count > 0 ? $" Too early to say whether they’re better than {Enumeration.OfNames(open)}." : "")
                + (ahead.Length > 0 ? $" {Capitalise(name)} is {string.Join(", ", ahead)}." : "");
        }

        if (open.Count > 0)
        {
            return $"{name} is in front: {mistakes}, but it’s too early to say whether it’s better than {Enumeration.OfNames(open)}."
                + (ahead.Length > 0 ? $" It’s {string.Join(", ", ahead)}." : "");
        }

        return probable.Count > 0 ? $"{name} probably reads best: {mistakes}, {string.Join(", ", ahead)}."
            : $"{name} reads best: {mistakes}, clearly ahead of {(clear.Count == 1 ? clear[0] : "all others")}.";

        List<string> Names(IEnumerable<AlgorithmStatistics> algorithms) => [.. algorithms.Select(algorithm => nameOf(algorithm.Algorithm))];

        Certainty CertaintyOver(AlgorithmStatistics other) =>
            pairs.FirstOrDefault(pair => pair.Pair.First == leader.Algorithm && pair.Pair.Second == other.Algorithm)?.Certainty
                ?? Certainty.TooEarly;
    }

    private static IEnumerable<string> Ahead(string word, List<string> names) =>
        names.Count > 0 ? [$"{word} ahead of {Enumeration.OfNames(names)}"] : [];

    /// <summary>How many more drawings the one alone read right than the other.</summary>
    private static int Lead(IReadOnlyList<RankedPair> pairs, AlgorithmStatistics one, AlgorithmStatistics other) => pairs
        .Select(pair => (pair.Pair.First, pair.Pair.Second) switch
        {
            var (first, second) when first == one.Algorithm && second == other.Algorithm => pair.Pair.OnlyFirst - pair.Pair.OnlySecond,
            var (first, second) when first == other.Algorithm && second == one.Algorithm => pair.Pair.OnlySecond - pair.Pair.OnlyFirst,
            _ => 0,
        }).Sum();

    private static string Capitalise(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
