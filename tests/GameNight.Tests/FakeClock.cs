using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>A clock that only the test advances, with timers that fire then, each at its own time.</summary>
/// <param name="zone">The local time zone; null for UTC.</param>
internal sealed class FakeClock(TimeZoneInfo? zone = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone { get; } = zone ?? TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Whether a timer is due at a time.</summary>
    public bool IsSetTo(DateTimeOffset moment)
    {
        lock (_gate)
            return _timers.Exists(timer => timer.Due == moment);
    }

    /// <summary>Sets the clock forward or back, without firing timers.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_gate)
            _now = now;
    }

    /// <summary>Advances the clock and fires the timers that are due, without waiting for their continuations.</summary>
    public void Pass(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (TryFire(end))
        {
        }

        lock (_gate)
            _now = end;
    }

    /// <summary>
    /// Advances the clock from timer to timer until a condition is true. While no timer is due, continuations of the last one still
    /// run, and the clock waits for them.
    /// </summary>
    public Task PassUntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "")
    {
        return Eventually.TrueAsync(IsTrueAfterTimers, text);

        bool IsTrueAfterTimers()
        {
            while (!condition())
            {
                if (!TryFire(DateTimeOffset.MaxValue))
                    return false;
            }

            return true;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
            _timers.Add(timer);
        return timer;
    }

    /// <summary>Advances the clock to the next timer and fires it; false if none is due until a time.</summary>
    private bool TryFire(DateTimeOffset until)
    {
        FakeTimer? next;
        lock (_gate)
        {
            next = _timers.MinBy(timer => timer.Due);
            if (next is null || next.Due == DateTimeOffset.MaxValue || next.Due > until)
                return false;
            _now = next.Due > _now ? next.Due : _now;
            next.SetNext();
        }

        next.Fire();
        return true;
    }

    private sealed class FakeTimer(FakeClock clock, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public Action Fire { get; } = callback;

        public void SetNext() => Due = _period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : Due + _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime;
                _period = period;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
