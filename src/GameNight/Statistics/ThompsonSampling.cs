namespace GameNight.Statistics;

/// <summary>Chooses each arm as often as it is likely to be the best.</summary>
/// <remarks>
/// W. R. Thompson, "On the likelihood that one unknown probability exceeds another in view of the evidence of two samples",
/// Biometrika 25 (1933) 285–294. Its aim is that few drawings go to a worse arm, not a proof that the arm is worse: the
/// <see cref="StoppingRule"/> seldom has enough of that arm's outcomes to stop.
/// </remarks>
public static class ThompsonSampling
{
    /// <summary>
    /// The index of the arm to play next: a rate is drawn from each arm's posterior, and the arm with the highest one is chosen.
    /// </summary>
    /// <exception cref="ArgumentException"><paramref name="arms"/> is empty.</exception>
    public static int Choose(IReadOnlyList<BetaPosterior> arms, Random random)
    {
        if (arms.Count == 0)
            throw new ArgumentException("There is no arm to choose from.", nameof(arms));
        var (best, highest) = (0, double.NegativeInfinity);
        for (var arm = 0; arm < arms.Count; arm++)
        {
            if (arms[arm].Sample(random) is var rate && rate > highest)
                (best, highest) = (arm, rate);
        }

        return best;
    }
}
