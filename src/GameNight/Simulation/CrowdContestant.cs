using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>A version whose guesses are random numbers, without a model.</summary>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Version">The name of the version.</param>
/// <param name="Skill">The log-odds of a right guess, for a drawing of mean difficulty.</param>
/// <param name="Overconfidence">1 for a calibrated version; above 1 it is overconfident, below 1 underconfident.</param>
internal sealed record CrowdContestant(string Algorithm, string Version, double Skill, double Overconfidence)
{
    /// <summary>With a smaller confidence, the guess might not be the most likely digit.</summary>
    private const double MinConfidence = 0.4;

    /// <summary>The second digit's share of the probability that the first one leaves.</summary>
    private const double SecondShare = 0.6;

    /// <summary>The version in service of each algorithm that ships, after a share of the days, 0 to 1.</summary>
    public static IReadOnlyList<CrowdContestant> InService(double share) =>
    [
        new("mnist-cnn", "1", 3.9, 1.3),
        new("mnist-mlp", "1", 2.9, 1.5),
        new("k-means", "1", 1.2, 0.6),
        share < 0.5 ? new("app-xgboost", "1", 2.5, 0.8) : new("app-xgboost", "2", 3.1, 0.9),
        share < 0.35 ? new("app-network", "1", 3.9, 1.3)
            : share < 0.7 ? new("app-network", "2", 4.3, 1.2)
            : new("app-network", "3", 4.6, 1.1),
        new("rookie", "1", -1 + 4.5 * Math.Sqrt(share), 1),
        new("personal", share < 0.35 ? "1" : share < 0.7 ? "2" : "3", 4.5, 1.1),
        share < 0.5 ? new("committee", "1", 4.2, 1) : new("committee", "2", 4.5, 1),
    ];

    /// <summary>The candidate that guesses on shadow in the last week.</summary>
    public static CrowdContestant OnTrial { get; } = new("app-network", "4", 4.8, 1);

    /// <summary>A guess at a drawing.</summary>
    /// <param name="digit">The digit that was meant.</param>
    /// <param name="lookalike">The digit for which the drawing is mostly mistaken.</param>
    /// <param name="difficulty">The difficulty of the drawing in log-odds, the same for all contestants.</param>
    /// <param name="random">The generator.</param>
    public Guess Guess(int digit, int lookalike, double difficulty, Random random)
    {
        var margin = Skill - difficulty + 0.8 * random.Normal();
        var isRight = random.Chance(Logistic(margin));
        var other = random.Chance(0.7) ? lookalike : CrowdConfusion.Draw(digit, random);
        var confidence = Math.Max(MinConfidence, Logistic(Overconfidence * margin));
        var (first, second) = isRight ? (digit, other) : (other, digit);
        return new Guess(Algorithm, Version, Probabilities(first, second, confidence, random));
    }

    /// <summary>Probabilities with a given first and second digit, and random ones for the others.</summary>
    private static float[] Probabilities(int first, int second, double confidence, Random random)
    {
        Span<double> weights = stackalloc double[OnnxClassifier.Digits];
        var sum = 0.0;
        for (var digit = 0; digit < weights.Length; digit++)
        {
            if (digit != first && digit != second)
                sum += weights[digit] = Math.Exp(3 * random.Normal());
        }

        var probabilities = new float[weights.Length];
        for (var digit = 0; digit < weights.Length; digit++)
            probabilities[digit] = (float)((1 - confidence) * (1 - SecondShare) * weights[digit] / sum);
        (probabilities[first], probabilities[second]) = ((float)confidence, (float)((1 - confidence) * SecondShare));
        return probabilities;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
