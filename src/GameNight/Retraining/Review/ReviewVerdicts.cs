namespace GameNight.Retraining.Review;

/// <summary>What the last run and the host say of single labels: for each observation, the digit that the verdict is on.</summary>
/// <param name="Doubted">Labels that the last run doubted, and that the host has not confirmed.</param>
/// <param name="Confirmed">Labels that the host has confirmed.</param>
public sealed record ReviewVerdicts(IReadOnlyDictionary<Guid, int> Doubted, IReadOnlyDictionary<Guid, int> Confirmed)
{
    /// <summary>No verdict.</summary>
    public static readonly ReviewVerdicts None = new(new Dictionary<Guid, int>(), new Dictionary<Guid, int>());

    public bool Doubts(Guid id, int digit) => Doubted.TryGetValue(id, out var doubted) && doubted == digit;

    public bool Confirms(Guid id, int digit) => Confirmed.TryGetValue(id, out var confirmed) && confirmed == digit;

    /// <summary>The observations on which two sets of verdicts differ.</summary>
    public IReadOnlyList<Guid> DifferencesFrom(ReviewVerdicts other) =>
        [.. Doubted.Except(other.Doubted).Concat(other.Doubted.Except(Doubted))
            .Concat(Confirmed.Except(other.Confirmed)).Concat(other.Confirmed.Except(Confirmed)).Select(pair => pair.Key).Distinct()];
}
