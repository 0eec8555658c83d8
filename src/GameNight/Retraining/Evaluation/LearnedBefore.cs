namespace GameNight.Retraining.Evaluation;

/// <summary>What the version in service has learned from.</summary>
/// <param name="LearnedFrom">From how many players' drawings; null where nobody knows.</param>
/// <param name="Answers">What was answered to them out of fold; null where nobody knows which they were.</param>
/// <param name="Made">Where nobody knows, when it was made: it has not seen what was drawn afterwards. Else null.</param>
public sealed record LearnedBefore(int? LearnedFrom, OutOfFoldAnswers? Answers, DateTimeOffset? Made)
{
    public static LearnedBefore Nothing { get; } =
        new(0, new OutOfFoldAnswers(new Dictionary<Guid, float[]>()), Made: null);
}
