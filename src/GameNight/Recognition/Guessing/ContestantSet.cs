namespace GameNight.Recognition.Guessing;

/// <summary>
/// The contestants that guess together, at most one of each algorithm. Guessing reads it without a lock; deployment changes it, one
/// change at a time. Shipped algorithms come first, in the order of <see cref="Contestants.Shipped"/>, then the others by id.
/// </summary>
public sealed class ContestantSet : IDisposable
{
    private volatile IReadOnlyList<Contestant> _all = [];

    public IReadOnlyList<Contestant> All => _all;

    public Contestant? Find(string algorithm) => _all.FirstOrDefault(contestant => contestant.Id == algorithm);

    public void Dispose() => Remove(_ => true);

    /// <summary>The algorithm's contestant; a new one, still without a version, where there is none.</summary>
    internal Contestant GetOrAdd(string algorithm)
    {
        if (Find(algorithm) is { } known)
            return known;
        var contestant = new Contestant(algorithm);
        _all = [.. _all.Append(contestant).OrderBy(Position).ThenBy(other => other.Id, StringComparer.Ordinal)];
        return contestant;
    }

    /// <summary>Removes and disposes contestants; guesses that have begun are finished first.</summary>
    /// <returns>Whether there were any.</returns>
    internal bool Remove(Func<Contestant, bool> condition)
    {
        var removed = _all.Where(condition).ToList();
        _all = [.. _all.Except(removed)];
        removed.ForEach(contestant => contestant.Dispose());
        return removed.Count > 0;
    }

    private static int Position(Contestant contestant) => Contestants.Shipped.Index()
        .Where(shipped => shipped.Item == contestant.Id).Select(shipped => shipped.Index).FirstOrDefault(Contestants.Shipped.Count);
}
