namespace GameNight.Training.Examples;

/// <summary>Splits examples into folds, so that each fold can be judged by what was learned from the others.</summary>
public static class ExampleFolds
{
    /// <summary>
    /// The fold of each example, 0 to <paramref name="folds"/> − 1. All examples of a player are in the same fold, unless there are
    /// fewer players than folds.
    /// </summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<TrainingExample> examples, int folds) =>
        examples.Select(example => example.Player).Distinct().Count() < folds
            ? [.. Enumerable.Range(0, examples.Count).Select(i => i % folds)]
            : ByPlayer(examples, folds);

    /// <summary>The fold of each example, 0 to <paramref name="folds"/> − 1, the same for all examples of a player.</summary>
    public static IReadOnlyList<int> ByPlayer(IEnumerable<TrainingExample> examples, int folds)
    {
        var players = examples.Select(example => example.Player).ToList();
        var numbers = players.Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(player => player.Item, player => player.Index);
        return [.. players.Select(player => numbers[player] % folds)];
    }
}
