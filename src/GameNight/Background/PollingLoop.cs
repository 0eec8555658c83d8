namespace GameNight.Background;

/// <summary>Does something again and again until it is cancelled: a pause, a turn, a pause, a turn.</summary>
public static class PollingLoop
{
    /// <param name="pause">From the end of a turn to the next, and before the first.</param>
    /// <param name="clock">The clock that times the pauses.</param>
    /// <param name="turn">What is done. An exception ends the loop and reaches whoever awaits it.</param>
    /// <param name="cancellation">Ends the loop without an exception.</param>
    public static Task RunAsync(TimeSpan pause, TimeProvider clock, Func<CancellationToken, Task> turn, CancellationToken cancellation) =>
        RunAsync(waiting => Task.Delay(pause, clock, waiting), turn, cancellation);

    /// <param name="pause">Comes back when it is time for a turn.</param>
    /// <param name="turn">What is done. An exception ends the loop and reaches whoever awaits it.</param>
    /// <param name="cancellation">Ends the loop without an exception.</param>
    // No ConfigureAwait(false): a component's turns must run on its renderer's context.
    public static async Task RunAsync(
        Func<CancellationToken, Task> pause, Func<CancellationToken, Task> turn, CancellationToken cancellation)
    {
        try
        {
            while (!cancellation.IsCancellationRequested)
            {
                await pause(cancellation);
                await turn(cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Cancelling is how a loop ends.
        }
    }
}
