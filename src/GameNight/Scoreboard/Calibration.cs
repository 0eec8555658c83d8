namespace GameNight.Scoreboard;

/// <summary>Whether "90 % sure" is right nine times in ten.</summary>
public static class Calibration
{
    public const int Bins = 15;

    /// <summary>The bin of a confidence in 0..1, 0 to <see cref="Bins"/> − 1.</summary>
    public static int BinOf(double confidence) => Math.Min((int)(confidence * Bins), Bins - 1);

    /// <summary>
    /// Expected calibration error: the gap between mean confidence and accuracy, averaged over equally wide bins of
    /// confidence by how many answers lie in each. 0 = perfect, 1 = always wrong and always sure.
    /// </summary>
    /// <param name="answers">Confidence in 0..1 and whether the answer was right.</param>
    /// <remarks>Guo, Pleiss, Sun, Weinberger, "On calibration of modern neural networks" (2017), equation 3.</remarks>
    public static double ExpectedError(IReadOnlyCollection<(double Confidence, bool Correct)> answers) =>
        answers.GroupBy(answer => BinOf(answer.Confidence))
            .Sum(bin => Math.Abs(bin.Sum(a => a.Confidence) - bin.Count(a => a.Correct))) / answers.Count;
}
