namespace GameNight.Training.Examples;

/// <summary>Splits examples into folds, so that each fold can be judged by what was learned from the others.</summary>
public static class ExampleFolds
{
    /// <summary>
    /// The fold of each example, 0 to <paramref name="folds"/> − 1, the same for all examples of a player. The folds have equally many
    /// players, give or take one, and the secret decides who is in which.
    /// </summary>
    public static IReadOnlyList<int> ByPlayer(IEnumerable<TrainingExample> examples, int folds, SplitKey key)
    {
        var players = examples.Select(example => example.Player).ToList();
        var numbers = players.Distinct().OrderBy(key.Place).Index().ToDictionary(player => player.Item, player => player.Index);
        return [.. players.Select(player => numbers[player] % folds)];
    }
}
