namespace GameNight.Retraining.Evaluation;

/// <summary>How many observations there were, and what the run used them for.</summary>
/// <param name="Observations">All observations.</param>
/// <param name="Labelled">Those with a label.</param>
/// <param name="LearnedFrom">Those on which the candidate was trained.</param>
/// <param name="Players">How many players drew the ones it was trained on.</param>
/// <param name="JudgedOn">Those on which it was evaluated.</param>
/// <param name="HeldOutPlayers">How many players drew the ones it was evaluated on.</param>
/// <param name="Rejected">The labelled ones that were used for neither, by reason.</param>
public sealed record ExampleCounts(
    int Observations, int Labelled, int LearnedFrom, int Players, int JudgedOn, int HeldOutPlayers,
    IReadOnlyDictionary<string, int> Rejected)
{
    /// <summary>How many drawings their players have had deleted so far: none of them is among the observations.</summary>
    public long Deleted { get; init; }
}
