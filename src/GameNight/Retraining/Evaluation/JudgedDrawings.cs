using GameNight.Training.Examples;

namespace GameNight.Retraining.Evaluation;

/// <summary>Players' drawings, each with answers of models that did not learn from its player.</summary>
/// <param name="Examples">The drawings.</param>
/// <param name="Candidate">What was answered out of fold when the candidate was learned.</param>
/// <param name="Active">
/// The same of the version in service, when that was learned; null for a drawing of a player from whom it has not learned: there it
/// may answer itself.
/// </param>
public sealed record JudgedDrawings(
    IReadOnlyList<TrainingExample> Examples, IReadOnlyList<float[]> Candidate, IReadOnlyList<float[]?> Active)
{
    /// <summary>The counts of a run, with these drawings as those that it was judged on.</summary>
    public ExampleCounts CountIn(ExampleCounts counts) => counts with
    {
        JudgedOn = Examples.Count,
        HeldOutPlayers = Examples.DistinctBy(example => example.Player).Count(),
    };

    public EvaluationSet ToSet() => new(
        EvaluationSet.HeldOutName, [.. Examples.Select(example => example.Image)], [.. Examples.Select(example => example.Digit)],
        [.. Examples.Select(example => example.Player)]);
}
