namespace GameNight.Simulation;

/// <summary>
/// The time of a simulated evening: the real one, or, where a beginning is named, one that passes with the plays. Nobody
/// loses patience in it: on a busy machine the evening takes longer, but every contestant is heard.
/// </summary>
public sealed class SimulatedClock(DateTimeOffset? start) : TimeProvider
{
    private DateTimeOffset? _now = start;

    public override DateTimeOffset GetUtcNow() => _now ?? base.GetUtcNow();

    /// <summary>Does nothing to the real time.</summary>
    public void Pass(TimeSpan time) => _now += time;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Stopped();

    private sealed class Stopped : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
