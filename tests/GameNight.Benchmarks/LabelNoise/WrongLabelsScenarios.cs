using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Training.SyntheticInk;
using GameNight.Training.Examples;
using Rounds = System.Collections.Generic.IReadOnlyList<
    System.Collections.Generic.IReadOnlyList<GameNight.Benchmarks.LabelNoise.NoisyExample>>;

namespace GameNight.Benchmarks.LabelNoise;

/// <summary>Scenarios of wrong labels, each with one or more rounds of examples. The players are writers of recorded drawings.</summary>
/// <param name="writers">The drawings of the writers who play.</param>
/// <param name="seed">The seed of all random choices.</param>
/// <param name="guess">Guesses with the network that ships.</param>
internal sealed partial class WrongLabelsScenarios(
    IReadOnlyList<TrainingExample> writers, int seed, Func<DigitImage, Guess> guess)
{
    private const int Count = 2000;

    private readonly Random _random = new(seed);

    /// <summary>The scenarios by name.</summary>
    public static IReadOnlyDictionary<string, Func<WrongLabelsScenarios, Rounds>> All { get; } =
        new Dictionary<string, Func<WrongLabelsScenarios, Rounds>>
        {
            ["none wrong"] = scenarios => [scenarios.FlippedByAll(0)],
            ["10 % by all"] = scenarios => [scenarios.FlippedByAll(0.1)],
            ["20 % by all"] = scenarios => [scenarios.FlippedByAll(0.2)],
            ["20 %, all by one"] = scenarios => [scenarios.FlippedByOne(0.2)],
            ["10 %, all by one"] = scenarios => [scenarios.FlippedByOne(0.1)],
            ["4 as 9 by five"] = scenarios => [scenarios.Colluding(4, 9, 5)],
            ["1 as 7 by five"] = scenarios => [scenarios.Colluding(1, 7, 5)],
            ["scribbles as guessed"] = scenarios => [scenarios.Scribbled(asGuessed: true)],
            ["scribbles as any"] = scenarios => [scenarios.Scribbled(asGuessed: false)],
            ["slowly 4 as 9"] = scenarios => scenarios.Slowly(4, 9),
            ["slowly 1 as 7"] = scenarios => scenarios.Slowly(1, 7),
            ["slowly unclear 4 as 9"] = scenarios => scenarios.Slowly(4, 9, scenarios.DrawUnclear(4, 9)),
        };

    /// <summary>Each label is wrong with a given probability, independently of the others.</summary>
    private List<NoisyExample> FlippedByAll(double share) =>
        [.. Shuffle(writers).Take(Count).Select(example => _random.NextDouble() < share ? Flip(example) : NoisyExample.Correct(example))];

    /// <summary>A share of all labels is of one player, and every one of them is wrong.</summary>
    private List<NoisyExample> FlippedByOne(double share)
    {
        // No writer has as many drawings, so that the liar gets those of two.
        var liars = Players().Take(2).ToHashSet();
        var lies = Shuffle(writers.Where(example => liars.Contains(example.Player))).Take((int)(share * Count))
            .Select(example => Flip(example with { Player = "liar" }));
        var others = Shuffle(writers.Where(example => !liars.Contains(example.Player))).Take((int)((1 - share) * Count))
            .Select(NoisyExample.Correct);
        return [.. Shuffle(lies.Concat(others))];
    }

    /// <summary>Some players have agreed on a wrong label of a digit; all their other labels are right.</summary>
    private List<NoisyExample> Colluding(int digit, int label, int players)
    {
        var colluding = Players().Take(players).ToHashSet();
        return [.. Shuffle(writers).Take(Count).Select(example =>
            example.Digit == digit && colluding.Contains(example.Player)
                ? NoisyExample.Wrong(example, label)
                : NoisyExample.Correct(example))];
    }

    /// <summary>One drawing in 20 is a scribble, labelled as the network guesses or at random.</summary>
    private List<NoisyExample> Scribbled(bool asGuessed) => [.. Shuffle(writers).Take(Count).Select(example =>
    {
        if (_random.NextDouble() >= 0.05)
            return NoisyExample.Correct(example);
        var ink = Scribbles.Draw(_random);
        var image = InkNormaliser.Normalise(ink);
        var label = asGuessed ? guess(image).Digit : _random.Next(OnnxClassifier.Digits);
        return new NoisyExample(example with { Ink = ink, Image = image, Digit = label }, TrueDigit: null);
    })];

    private IEnumerable<string> Players() => writers.Select(example => example.Player).Distinct().Order(StringComparer.Ordinal);

    private NoisyExample Flip(TrainingExample example) =>
        NoisyExample.Wrong(example, (example.Digit + _random.Next(1, OnnxClassifier.Digits)) % OnnxClassifier.Digits);

    private T[] Shuffle<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all;
    }
}
