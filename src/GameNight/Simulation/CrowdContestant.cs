using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>One version as it guesses for a crowd: by lot, without a model.</summary>
/// <param name="Algorithm">Whose version it is.</param>
/// <param name="Version">Its name.</param>
/// <param name="Skill">The log-odds of a right answer, for a drawing of middling difficulty.</param>
/// <param name="Sureness">1 says how likely it is right; more is too sure, less not sure enough.</param>
internal sealed record CrowdContestant(string Algorithm, string Version, double Skill, double Sureness)
{
    /// <summary>What is less sure would not be the most likely answer for certain.</summary>
    private const double LeastConfidence = 0.4;

    /// <summary>Of what the answer leaves, the runner-up has the most.</summary>
    private const double RunnerUp = 0.6;

    /// <summary>Who is in service when a part of the days has passed, 0 to 1: one of each algorithm that ships.</summary>
    public static IReadOnlyList<CrowdContestant> InService(double passed) =>
    [
        new("mnist-cnn", "1", 3.9, 1.3),
        new("mnist-mlp", "1", 2.9, 1.5),
        new("k-means", "1", 1.2, 0.6),
        passed < 0.5 ? new("app-xgboost", "1", 2.5, 0.8) : new("app-xgboost", "2", 3.1, 0.9),
        passed < 0.35 ? new("app-network", "1", 3.9, 1.3) : passed < 0.7 ? new("app-network", "2", 4.3, 1.2) : new("app-network", "3", 4.6, 1.1),
        new("personal", passed < 0.35 ? "1" : passed < 0.7 ? "2" : "3", 4.5, 1.1),
        passed < 0.5 ? new("committee", "1", 4.2, 1) : new("committee", "2", 4.5, 1),
    ];

    /// <summary>What is on trial in the last week.</summary>
    public static CrowdContestant OnTrial { get; } = new("app-network", "4", 4.8, 1);

    /// <param name="digit">What was meant.</param>
    /// <param name="lookalike">What it is taken for most.</param>
    /// <param name="difficulty">Of the drawing, in log-odds; the same for all contestants.</param>
    /// <param name="random">Decides.</param>
    public Guess Guess(int digit, int lookalike, double difficulty, Random random)
    {
        var margin = Skill - difficulty + 0.8 * random.Normal();
        var isRight = random.Chance(Logistic(margin));
        var other = random.Chance(0.7) ? lookalike : CrowdConfusion.Draw(digit, random);
        var confidence = Math.Max(LeastConfidence, Logistic(Sureness * margin));
        return new Guess(Algorithm, Version, isRight ? Spread(digit, other, confidence, random) : Spread(other, digit, confidence, random));
    }

    private static float[] Spread(int first, int second, double confidence, Random random)
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
            probabilities[digit] = (float)((1 - confidence) * (1 - RunnerUp) * weights[digit] / sum);
        (probabilities[first], probabilities[second]) = ((float)confidence, (float)((1 - confidence) * RunnerUp));
        return probabilities;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
