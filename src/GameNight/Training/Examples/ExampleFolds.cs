namespace GameNight.Training.Examples;

/// <summary>Splits lessons to judge what was learned from some by the others: people are split, never one person's drawings, wherever there are enough people.</summary>
internal static class ExampleFolds
{
    /// <summary>The fold of each lesson, 0 to <paramref name="folds"/> - 1.</summary>
    public static IReadOnlyList<int> Of(IReadOnlyList<TrainingExample> lessons, int folds)
    {
        var players = lessons.Select(lesson => lesson.Player).Distinct().Order(StringComparer.Ordinal).Index().ToDictionary(player => player.Item, player => player.Index);
        return players.Count < folds
            ? [.. Enumerable.Range(0, lessons.Count).Select(i => i % folds)]
            : [.. lessons.Select(lesson => players[lesson.Player] % folds)];
    }
}
