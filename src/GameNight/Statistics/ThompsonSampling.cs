namespace GameNight.Statistics;

/// <summary>Lets arms play as often as they are likely to be the best.</summary>
/// <remarks>
/// W. R. Thompson, "On the likelihood that one unknown probability exceeds another in view of the evidence of two samples",
/// Biometrika 25 (1933) 285–294. It is made to let few drawings go to a worse arm, not to prove which one is worse: the
/// <see cref="StoppingRule"/> then seldom has enough of that arm's outcomes to stop.
/// </remarks>
public static class ThompsonSampling
{
    /// <summary>
    /// The arm to play next, as its index: one rate is drawn for each arm from what is believed of it, and the highest plays.
    /// A seeded <paramref name="random"/> makes the choice reproducible.
    /// </summary>
    /// <exception cref="ArgumentException">There is no arm.</exception>
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
