namespace GameNight.Scoreboard.Projection;

/// <summary>Gives each name the next number. One thread adds; any read what was there when they began.</summary>
public sealed class ValueIndex<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private T[] _names = new T[16];
    private volatile int _count;

    public int Count => _count;

    public T this[int number] => Volatile.Read(ref _names)[number];

    /// <summary>All so far, by number.</summary>
    public ReadOnlySpan<T> All
    {
        get
        {
            var count = _count;
            return Volatile.Read(ref _names).AsSpan(0, count);
        }
    }

    /// <summary>Only for the thread that adds.</summary>
    public int NumberOf(T name)
    {
        if (_numbers.TryGetValue(name, out var number))
            return number;
        if (_count == _names.Length)
        {
            var larger = _names;
            Array.Resize(ref larger, 2 * _count);
            Volatile.Write(ref _names, larger);
        }

        number = _count;
        _names[number] = name;
        _numbers[name] = number;
        _count = number + 1;
        return number;
    }
}
