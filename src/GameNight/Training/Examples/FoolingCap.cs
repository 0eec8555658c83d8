namespace GameNight.Training.Examples;

/// <summary>
/// Limits how much weighs what was made to fool the machines: too much of it makes a model worse at everything else
/// (D. Kaushik, D. Kiela, Z. C. Lipton, W. Yih, "On the Efficacy of Adversarial Data Collection for Question Answering", arXiv 2106.00872).
/// </summary>
public static class FoolingCap
{
    /// <summary>The largest share of a training that was made to fool.</summary>
    private const double MaxShare = 0.2;

    /// <summary>All examples but the oldest of those made to fool that are more than <see cref="MaxShare"/> of what is left.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="isMadeToFool">Whether an example was.</param>
    /// <param name="timeOf">When an example was drawn.</param>
    public static IReadOnlyList<TrainingExample> Of(
        IReadOnlyList<TrainingExample> examples, Func<TrainingExample, bool> isMadeToFool, Func<TrainingExample, DateTimeOffset> timeOf)
    {
        var fooling = examples.Where(isMadeToFool).ToList();
        var most = (int)(MaxShare / (1 - MaxShare) * (examples.Count - fooling.Count));
        var dropped = fooling.OrderBy(timeOf).SkipLast(most).Select(example => example.Id).ToHashSet();
        return [.. examples.Where(example => !dropped.Contains(example.Id))];
    }
}
