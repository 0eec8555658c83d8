namespace GameNight.Recognition.Guessing;

/// <summary>
/// One value with many concurrent readers that can be replaced while they use it. A reader keeps the value that it took, later readers
/// get the new one, and the old one is disposed exactly once, as soon as its last reader is done.
/// </summary>
public sealed class Replaceable<T> : IDisposable
    where T : class, IDisposable
{
    private ReferenceCount? _current;

    /// <summary>Takes the present value for reading; null while there is none. The caller disposes the lease when done.</summary>
    public Lease? Take()
    {
        // A value that is retired between being read and being counted is not taken: its successor is in place by then.
        while (Volatile.Read(ref _current) is { } counted)
        {
            if (counted.TryAcquire())
                return new Lease(counted);
        }

        return null;
    }

    /// <summary>Gives all later readers this value, or none. The value before is disposed after its last reader.</summary>
    public void Replace(T? value) => Interlocked.Exchange(ref _current, value is null ? null : new ReferenceCount(value))?.Release();

    public void Dispose() => Replace(null);

    /// <summary>One reader's hold on a value. Disposing it more than once has no further effect.</summary>
    public sealed class Lease : IDisposable
    {
        private ReferenceCount? _counted;

        internal Lease(ReferenceCount counted) => (_counted, Value) = (counted, counted.Value);

        public T Value { get; }

        public void Dispose() => Interlocked.Exchange(ref _counted, null)?.Release();
    }

    /// <summary>A value and the number of its readers; being the present value counts as one.</summary>
    internal sealed class ReferenceCount(T value)
    {
        private int _count = 1;

        public T Value => value;

        /// <summary>Adds a reader, unless the value has been disposed.</summary>
        public bool TryAcquire()
        {
            var count = Volatile.Read(ref _count);
            while (count > 0)
            {
                var before = Interlocked.CompareExchange(ref _count, count + 1, count);
                if (before == count)
                    return true;
                count = before;
            }

            return false;
        }

        public void Release()
        {
            if (Interlocked.Decrement(ref _count) == 0)
                value.Dispose();
        }
    }
}
