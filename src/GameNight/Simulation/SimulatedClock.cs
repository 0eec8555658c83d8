namespace GameNight.Simulation;

/// <summary>
/// The clock of a simulated evening: the real time, or with a start a time that only <see cref="Advance"/> changes. Its timers never
/// fire, so that on a busy machine the evening takes longer, but no guess is lost to a timeout.
/// </summary>
/// <param name="start">The first time; null for the real time.</param>
public sealed class SimulatedClock(DateTimeOffset? start) : TimeProvider
{
    private DateTimeOffset? _now = start;

    public override DateTimeOffset GetUtcNow() => _now ?? base.GetUtcNow();

    /// <summary>Advances the clock, unless it shows the real time.</summary>
    public void Advance(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new StoppedTimer();

    private sealed class StoppedTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
