using GameNight.Training.Personal;

namespace GameNight.Play.Personal;

/// <summary>
/// What one player has taught: the labelled drawings, and the classifier that is made from them. <see cref="Knowledge"/>,
/// <see cref="Count"/> and <see cref="IsStale"/> may be read by any thread; only the holder of <see cref="Turn"/> changes anything.
/// </summary>
internal sealed class PersonalModel
{
    private readonly List<(Guid Id, PersonalExample Example)> _examples = [];
    private volatile Own? _knowledge;
    private volatile int _count;
    private long _refreshed;
    private int _preparing;

    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The classifier with the network that it is over; null until it is made.</summary>
    public Own? Knowledge => _knowledge;

    /// <summary>The number of times that this player has asked for it to be forgotten.</summary>
    public int Epoch { get; private set; }

    /// <summary>When the player was last seen, as a timestamp of the <see cref="TimeProvider"/>.</summary>
    public long Seen { get; set; }

    /// <summary>The number of examples.</summary>
    public int Count => _count;

    /// <summary>How far it has come.</summary>
    public PersonalProgress Progress => new(_count, _knowledge?.Classifier.Missing);

    public bool IsBusy => Turn.CurrentCount == 0;

    /// <summary>The ids of the observations that were learned, oldest first.</summary>
    public IReadOnlyList<Guid> Ids => [.. _examples.Select(known => known.Id)];

    /// <summary>Whether the stored record was never read, or not for so long.</summary>
    public bool IsStale(TimeProvider clock, TimeSpan after)
    {
        var refreshed = Volatile.Read(ref _refreshed);
        return refreshed == 0 || clock.GetElapsedTime(refreshed) > after;
    }

    /// <param name="timestamp">When the stored record was read.</param>
    public void SetRefreshed(long timestamp) => Volatile.Write(ref _refreshed, Math.Max(1, timestamp));

    /// <summary>Returns false where it is being prepared already.</summary>
    public bool TryBeginPreparing() => Interlocked.Exchange(ref _preparing, 1) == 0;

    public void EndPreparing() => Volatile.Write(ref _preparing, 0);

    /// <summary>Adds an example from the stored record. <see cref="MoveTo"/> makes the classifier from all of them.</summary>
    public void Restore((Guid Id, PersonalExample Example) example)
    {
        Put(example);
        _knowledge = null;
    }

    /// <summary>Makes the classifier over this network, unless it is over it already.</summary>
    public void MoveTo(LoadedNetwork network)
    {
        if (_knowledge?.Network != network)
            _knowledge = new Own(PersonalClassifier.Of(network.Encoder, [.. _examples.Select(known => known.Example)]), network);
    }

    /// <summary>Learns an example, which replaces an earlier one of the same observation.</summary>
    public void Learn((Guid Id, PersonalExample Example) example, LoadedNetwork network)
    {
        var isNew = Put(example);
        if (isNew && _knowledge is { } own)
            _knowledge = own with { Classifier = own.Classifier.Learn(example.Example) };
        else
            _knowledge = null;
        MoveTo(network);
    }

    /// <summary>
    /// Removes the example of an observation that the host has set aside. The stored record keeps its id, in case it is taken back in.
    /// </summary>
    public void Unlearn(Guid id, LoadedNetwork network)
    {
        if (_examples.RemoveAll(known => known.Id == id) > 0)
            (_knowledge, _count) = (null, _examples.Count);
        MoveTo(network);
    }

    /// <summary>Takes over the epoch of the stored record. Where it is a newer one, only the last example stays.</summary>
    public void MoveToEpoch(int epoch, LoadedNetwork network)
    {
        if (epoch == Epoch)
            return;
        var last = _examples[^1];
        Forget(epoch);
        Put(last);
        MoveTo(network);
    }

    /// <summary>Removes the classifier and every example.</summary>
    public void Forget(int epoch)
    {
        _examples.Clear();
        (Epoch, _knowledge, _count) = (epoch, null, 0);
    }

    /// <returns>False where the example replaces an earlier one.</returns>
    private bool Put((Guid Id, PersonalExample Example) example)
    {
        var isNew = _examples.RemoveAll(known => known.Id == example.Id) == 0;
        _examples.Add(example);
        _examples.RemoveRange(0, Math.Max(0, _examples.Count - PersonalClassifier.MaxExamples));
        _count = _examples.Count;
        return isNew;
    }

    internal sealed record Own(PersonalClassifier Classifier, LoadedNetwork Network);
}
