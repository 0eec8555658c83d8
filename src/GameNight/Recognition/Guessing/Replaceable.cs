namespace GameNight.Recognition.Guessing;

/// <summary>
/// One value that many readers use and that can be replaced under them: whoever has a lease keeps the value they took,
/// whoever comes after gets the new one, and the old one is disposed after its last reader, at once and only once.
/// </summary>
public sealed class Replaceable<T> : IDisposable
    where T : class, IDisposable
{
    private Counted? _current;

    /// <summary>Dispose it when done with the value, exactly once. Null while there is no value.</summary>
    public Lease? Take()
    {
        // A value that is retired between being read and being counted is not taken: the next one is there already.
        while (Volatile.Read(ref _current) is { } counted)
        {
            if (counted.TryEnter())
                return new Lease(counted);
        }

        return null;
    }

    /// <summary>Everybody who takes from now on gets this value. The one before is disposed after its last reader.</summary>
    public void Replace(T? value) => Interlocked.Exchange(ref _current, value is null ? null : new Counted(value))?.Leave();

    public void Dispose() => Replace(null);

    public sealed class Lease : IDisposable
    {
        private Counted? _counted;

        internal Lease(Counted counted) => (_counted, Value) = (counted, counted.Value);

        public T Value { get; }

        public void Dispose() => Interlocked.Exchange(ref _counted, null)?.Leave();
    }

    /// <summary>Counts the readers, and the place that offers the value as one more.</summary>
    internal sealed class Counted(T value)
    {
        private int _users = 1;

        public T Value => value;

        public bool TryEnter()
        {
            var users = Volatile.Read(ref _users);
            while (users > 0)
            {
                var before = Interlocked.CompareExchange(ref _users, users + 1, users);
                if (before == users)
                    return true;
                users = before;
            }

            return false;
        }

        public void Leave()
        {
            if (Interlocked.Decrement(ref _users) == 0)
                value.Dispose();
        }
    }
}
