namespace GameNight.Scoreboard.Projection;

/// <summary>Numbers different values from 0 in order of arrival. One thread adds; any may read what was there when it began.</summary>
public sealed class ValueIndex<T>
    where T : notnull
{
    private readonly Dictionary<T, int> _numbers = [];
    private T[] _values = new T[16];
    private volatile int _count;

    public int Count => _count;

    public T this[int number] => Volatile.Read(ref _values)[number];

    /// <summary>All values so far, by number.</summary>
    public ReadOnlySpan<T> All
    {
        get
        {
            // The count first: the array read after it is at least that long.
            var count = _count;
            return Volatile.Read(ref _values).AsSpan(0, count);
        }
    }

    /// <summary>The number of a value, which is added if it is new. Only for the thread that adds.</summary>
    public int NumberOf(T value)
    {
        if (_numbers.TryGetValue(value, out var number))
            return number;
        if (_count == _values.Length)
        {
            var larger = _values;
            Array.Resize(ref larger, 2 * _count);
            Volatile.Write(ref _values, larger);
        }

        number = _count;
        _values[number] = value;
        _numbers[value] = number;
        _count = number + 1;
        return number;
    }
}
