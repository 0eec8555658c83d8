using GameNight.Recognition.Guessing;

namespace GameNight.Simulation;

/// <summary>Which digits are hard, and what they are taken for.</summary>
internal static class CrowdConfusion
{
    /// <summary>In log-odds, on top of the difficulty of the drawing.</summary>
    private static readonly double[] Hardness = [-0.2, -0.6, 0, 0, 0.1, 0.2, -0.1, 0, 0.4, 0.3];

    /// <summary>The likeliest first.</summary>
    private static readonly int[][] Lookalikes = [[6, 9, 8], [7, 4, 2], [3, 7, 1], [5, 8, 2], [9, 1, 6], [3, 6, 8], [0, 5, 8], [1, 9, 2], [3, 9, 5], [4, 7, 8]];

    public static double HardnessOf(int digit) => Hardness[digit];

    /// <summary>A digit that it can be taken for: mostly one that looks like it, now and then any other.</summary>
    public static int Draw(int digit, Random random) => random.NextDouble() switch
    {
        < 0.5 => Lookalikes[digit][0],
        < 0.75 => Lookalikes[digit][1],
        < 0.88 => Lookalikes[digit][2],
        _ => (digit + random.Next(1, OnnxClassifier.Digits)) % OnnxClassifier.Digits,
    };
}
