using GameNight.Recognition.Guessing;

namespace GameNight.Simulation;

/// <summary>How hard the digits are to recognise, and with which others they are confused.</summary>
internal static class CrowdConfusion
{
    private static readonly double[] Difficulties = [-0.2, -0.6, 0, 0, 0.1, 0.2, -0.1, 0, 0.4, 0.3];

    /// <summary>For each digit the most similar ones, the most likely first.</summary>
    private static readonly int[][] Lookalikes =
    [
        [6, 9, 8], [7, 4, 2], [3, 7, 1], [5, 8, 2], [9, 1, 6],
        [3, 6, 8], [0, 5, 8], [1, 9, 2], [3, 9, 5], [4, 7, 8],
    ];

    /// <summary>The difficulty of a digit in log-odds, which is added to that of the drawing.</summary>
    public static double DifficultyOf(int digit) => Difficulties[digit];

    /// <summary>Another digit for which a digit is mistaken: usually a similar one.</summary>
    public static int Draw(int digit, Random random) => random.NextDouble() switch
    {
        < 0.5 => Lookalikes[digit][0],
        < 0.75 => Lookalikes[digit][1],
        < 0.88 => Lookalikes[digit][2],
        _ => (digit + random.Next(1, OnnxClassifier.Digits)) % OnnxClassifier.Digits,
    };
}
