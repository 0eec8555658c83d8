namespace GameNight.Training.Examples;

/// <summary>Limits how much one player weighs, so that a diligent one does not outweigh the others.</summary>
public static class PlayerCap
{
    /// <summary>The largest share of all examples that one player may have.</summary>
    private const double MaxShare = 0.2;

    /// <summary>One player may have this many examples whatever their share.</summary>
    private const int AlwaysAllowed = 100;

    /// <summary>The latest examples of each player, up to the most that one may have.</summary>
    public static IReadOnlyList<TrainingExample> Of(IReadOnlyList<TrainingExample> examples)
    {
        var most = Math.Max(AlwaysAllowed, (int)(MaxShare * examples.Count));
        return [.. examples.GroupBy(example => example.Player).SelectMany(player => player.TakeLast(most))];
    }
}
