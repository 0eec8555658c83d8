namespace GameNight.Training.Examples;

/// <summary>
/// Examples with their folds, in the order of their ids, so that the caller's order makes no difference to what is learned.
/// </summary>
internal sealed class FoldedExamples
{
    private readonly int[] _order;

    /// <exception cref="ArgumentException">There are no examples, or not as many folds.</exception>
    public FoldedExamples(IReadOnlyList<TrainingExample> examples, IReadOnlyList<int> folds)
    {
        if (examples.Count == 0)
            throw new ArgumentException("There are no examples to learn from.", nameof(examples));
        if (examples.Count != folds.Count)
            throw new ArgumentException($"{examples.Count} examples have no {folds.Count} folds.", nameof(folds));
        _order = [.. Enumerable.Range(0, examples.Count).OrderBy(i => examples[i].Id)];
        (Examples, Folds) = ([.. _order.Select(i => examples[i])], [.. _order.Select(i => folds[i])]);
        Numbers = [.. folds.Distinct().Order()];
    }

    public IReadOnlyList<TrainingExample> Examples { get; }

    /// <summary>The fold of each example.</summary>
    public IReadOnlyList<int> Folds { get; }

    /// <summary>The number of each fold that has an example. With one fold, nothing can be judged by what the others taught.</summary>
    public IReadOnlyList<int> Numbers { get; }

    /// <summary>The indices of a fold's examples; those of all others with <paramref name="others"/>.</summary>
    public int[] Of(int fold, bool others = false) =>
        [.. Enumerable.Range(0, Examples.Count).Where(i => Folds[i] == fold != others)];

    /// <summary>Puts what belongs to each example into the caller's order.</summary>
    public T[] ToCallersOrder<T>(IReadOnlyList<T> values)
    {
        var ordered = new T[values.Count];
        for (var i = 0; i < ordered.Length; i++)
            ordered[_order[i]] = values[i];
        return ordered;
    }
}
