using GameNight.Training.Network;
using Network = GameNight.Play.Personal.PersonalizationService.Network;

namespace GameNight.Play.Personal;

/// <summary>What one player's own layer is made of. All but what guesses read of it is changed under <see cref="Turn"/> alone.</summary>
internal sealed class PersonalModel
{
    /// <summary>The latest are enough: a hand changes.</summary>
    internal const int MostMarks = 150;

    private readonly List<(Guid Id, PersonalExample Mark)> _marks = [];
    private volatile Own? _knowledge;
    private volatile int _count;
    private long _fresh;
    private int _preparing;

    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>The layer with the network that it is over; null until it is made.</summary>
    public Own? Knowledge => _knowledge;

    /// <summary>How often this player has asked to be forgotten.</summary>
    public int Epoch { get; private set; }

    public long Seen { get; set; }

    public int Count => _count;

    public bool IsBusy => Turn.CurrentCount == 0;

    public IReadOnlyList<Guid> Ids => [.. _marks.Select(mark => mark.Id)];

    public bool IsStale(TimeProvider clock, TimeSpan after) => Volatile.Read(ref _fresh) is var fresh && (fresh == 0 || clock.GetElapsedTime(fresh) > after);

    public void IsFreshAt(long timestamp) => Volatile.Write(ref _fresh, Math.Max(1, timestamp));

    public bool TryBeginPreparing() => Interlocked.Exchange(ref _preparing, 1) == 0;

    public void EndPreparing() => Volatile.Write(ref _preparing, 0);

    /// <summary>A mark that was learned before, here or elsewhere.</summary>
    public void Remember((Guid Id, PersonalExample Mark) mark)
    {
        Put(mark);
        _knowledge = null;
    }

    /// <summary>Makes the layer over the network that plays, where it is not.</summary>
    public void MoveTo(Network network)
    {
        if (_knowledge?.Network != network)
            _knowledge = new Own(PersonalLayer.Of(network.Layer, [.. _marks.Select(mark => mark.Mark)]), network);
    }

    /// <summary>A new mark, or one that takes an earlier one's place.</summary>
    /// <returns>True: there is something to be kept.</returns>
    public bool Learn((Guid Id, PersonalExample Mark) mark, Network network)
    {
        var isNew = Put(mark);
        if (isNew && _knowledge is { } own)
            _knowledge = own with { Layer = own.Layer.Learn(mark.Mark) };
        else
            _knowledge = null;
        MoveTo(network);
        return true;
    }

    /// <summary>The host has set a drawing aside: it is as if it had not been marked.</summary>
    /// <returns>False: the notes keep it, in case that it is taken back in.</returns>
    public bool Unlearn(Guid id, Network network)
    {
        if (_marks.RemoveAll(known => known.Id == id) > 0)
            (_knowledge, _count) = (null, _marks.Count);
        MoveTo(network);
        return false;
    }

    /// <summary>What was learned is noted; where the player has asked meanwhile to be forgotten, only the last mark stays.</summary>
    public void Keep(int epoch, Network network)
    {
        if (epoch == Epoch)
            return;
        var last = _marks[^1];
        Forget(epoch);
        Put(last);
        MoveTo(network);
    }

    public void Forget(int epoch)
    {
        _marks.Clear();
        (Epoch, _knowledge, _count) = (epoch, null, 0);
    }

    /// <returns>False where it takes an earlier one's place.</returns>
    private bool Put((Guid Id, PersonalExample Mark) mark)
    {
        var isNew = _marks.RemoveAll(known => known.Id == mark.Id) == 0;
        _marks.Add(mark);
        _marks.RemoveRange(0, Math.Max(0, _marks.Count - MostMarks));
        _count = _marks.Count;
        return isNew;
    }

    internal sealed record Own(PersonalLayer Layer, Network Network);
}
