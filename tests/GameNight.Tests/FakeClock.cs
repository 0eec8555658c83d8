namespace GameNight.Tests;

/// <summary>Time passes when the test says so, and timers ring then.</summary>
internal sealed class FakeClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<FakeTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>A tenth of a second at a time, so that what rings can ask for its next ring.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var end = GetUtcNow() + time; GetUtcNow() < end;)
        {
            List<FakeTimer> ringing;
            lock (_gate)
            {
                _now += TimeSpan.FromMilliseconds(100);
                ringing = [.. _timers.Where(timer => timer.IsDue(_now))];
            }

            ringing.ForEach(timer => timer.Ring());
            // What a ring sets free runs on the thread pool.
            await Task.Delay(2);
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

    private sealed class FakeTimer(FakeClock clock, Action ring) : ITimer
    {
        private DateTimeOffset _due = DateTimeOffset.MaxValue;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public bool IsDue(DateTimeOffset now) => _due <= now;

        public void Ring()
        {
            _due = _period == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : _due + _period;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            (_due, _period) = (dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : clock.GetUtcNow() + dueTime, period);
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
