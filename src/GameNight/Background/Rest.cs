namespace GameNight.Background;

/// <summary>
/// Rests between turns some times as long as the last one has worked: however much there is to do, those who play have the processor
/// and the disk most of the time. For one thread at a time.
/// </summary>
/// <param name="clock">Times the turns and the rests.</param>
/// <param name="longest">The longest rest.</param>
/// <param name="forWork">How many times as long as the work.</param>
public sealed class Rest(TimeProvider clock, TimeSpan longest, int forWork = 3)
{
    private long _begun;
    private long _ended;
    private TimeSpan _rest;

    /// <summary>A turn begins.</summary>
    public void Begin() => _begun = clock.GetTimestamp();

    /// <summary>The turn is over.</summary>
    public void End()
    {
        _ended = clock.GetTimestamp();
        var rest = forWork * clock.GetElapsedTime(_begun, _ended);
        _rest = rest < longest ? rest : longest;
    }

    /// <summary>Comes back when the rest after the last turn is over; at once where it is, or there was no turn.</summary>
    public Task WaitAsync(CancellationToken cancellation) =>
        _rest - clock.GetElapsedTime(_ended) is { Ticks: > 0 } left ? Task.Delay(left, clock, cancellation) : Task.CompletedTask;
}
