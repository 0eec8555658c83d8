using System.Runtime.CompilerServices;

namespace GameNight.Tests;

/// <summary>Time passes when the test says so, and timers ring then, each at its own moment.</summary>
/// <param name="zone">Where it is read; UTC where it is null.</param>
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

    /// <summary>Whether a timer is set to ring at this moment.</summary>
    public bool IsSetTo(DateTimeOffset moment)
    {
        lock (_gate)
            return _timers.Exists(timer => timer.Due == moment);
    }

    /// <summary>Another time, forward or back; no timer rings.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_gate)
            _now = now;
    }

    /// <summary>Nobody waits for what a ring sets free.</summary>
    public void Pass(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (TryRing(end))
        {
        }

        lock (_gate)
            _now = end;
    }

    /// <summary>
    /// From ring to ring until the condition holds. While no timer is set, what the last one has set free is still at work, and no
    /// time passes.
    /// </summary>
    public Task PassUntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string text = "") => Eventually.TrueAsync(() =>
    {
        while (!condition())
        {
            if (!TryRing(DateTimeOffset.MaxValue))
                return false;
        }

        return true;
    }, text);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_gate)
            _timers.Add(timer);
        return timer;
    }

    /// <summary>Goes to the next ring.</summary>
    /// <returns>False where there is none until then.</returns>
    private bool TryRing(DateTimeOffset until)
    {
        FakeTimer? next;
        lock (_gate)
        {
            next = _timers.MinBy(timer => timer.Due);
            if (next is null || next.Due == DateTimeOffset.MaxValue || next.Due > until)
                return false;
            _now = next.Due > _now ? next.Due : _now;
            next.Rewind();
        }

        next.Ring();
        return true;
    }

    private sealed class FakeTimer(FakeClock clock, Action ring) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public Action Ring { get; } = ring;

        public void Rewind() => Due = _period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : Due + _period;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
                (Due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock._now + dueTime, period);
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
