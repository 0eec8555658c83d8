namespace GameNight.Retraining.Evaluation;

/// <summary>What became of the observations.</summary>
/// <param name="Observations">All there were.</param>
/// <param name="Labelled">With a label.</param>
/// <param name="LearnedFrom">That the candidate was trained on.</param>
/// <param name="Players">Who drew those.</param>
/// <param name="JudgedOn">That it was judged on.</param>
/// <param name="HeldOutPlayers">Who drew those.</param>
/// <param name="Rejected">How many labelled ones were neither, by reason.</param>
public sealed record ExampleCounts(int Observations, int Labelled, int LearnedFrom, int Players, int JudgedOn, int HeldOutPlayers, IReadOnlyDictionary<string, int> Rejected);
