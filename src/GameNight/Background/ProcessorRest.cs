namespace GameNight.Background;

/// <summary>A while in which the process hardly works: nobody plays, and nothing learns.</summary>
internal static class ProcessorRest
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(5);

    /// <summary>The processor's time that the process may take meanwhile.</summary>
    private static readonly TimeSpan WorkAllowed = TimeSpan.FromMilliseconds(100);

    /// <summary>Comes back after the first such while.</summary>
    /// <param name="worked">The processor's time since the start.</param>
    /// <param name="clock">Times the while.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task WaitAsync(Func<TimeSpan> worked, TimeProvider clock, CancellationToken cancellation)
    {
        TimeSpan before;
        do
        {
            before = worked();
            await Task.Delay(Duration, clock, cancellation);
        }
        while (worked() - before > WorkAllowed);
    }
}
