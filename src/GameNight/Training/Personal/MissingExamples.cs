namespace GameNight.Training.Personal;

/// <summary>What a player's own contestant is missing to read the latest drawing for sure.</summary>
/// <param name="Kind">What the examples are for.</param>
/// <param name="Digit">The digit that they are to be of; for <see cref="MissingKind.AnotherDigit"/> the one that is known already.</param>
/// <param name="Count">The number of them, at least 1.</param>
/// <param name="Other">The digit from which <paramref name="Digit"/> is to be told; otherwise the same as it.</param>
public sealed record MissingExamples(MissingKind Kind, int Digit, int Count, int Other)
{
    /// <summary>What is missing after examples.</summary>
    /// <param name="examples">The examples of one player, oldest first.</param>
    /// <param name="beliefs">For each the belief in its label, 0 to 1.</param>
    /// <param name="enough">The number of examples of a digit from which on it is told from others that have as many.</param>
    /// <returns>Null where nothing is missing.</returns>
    internal static MissingExamples? Find(IReadOnlyList<PersonalExample> examples, IReadOnlyList<double> beliefs, int enough)
    {
        if (examples.Count == 0)
            return null;
        var (latest, seen) = (examples[^1].Digit, examples[^1].Drawing.Digit);
        if (seen != latest && beliefs[^1] < Credibility.Believed)
            return new(MissingKind.Repetition, latest, 1, latest);
        int[] counts = [Count(latest), Count(seen)];
        if (seen != latest && counts[1] < enough)
            return new(MissingKind.Comparison, seen, enough - counts[1], latest);
        if (seen != latest && counts[0] < enough)
            return new(MissingKind.Comparison, latest, enough - counts[0], seen);
        return counts[0] == examples.Count && counts[0] >= enough ? new(MissingKind.AnotherDigit, latest, 1, latest) : null;

        int Count(int digit) => examples.Count(example => example.Digit == digit);
    }
}
