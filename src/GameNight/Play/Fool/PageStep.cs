using System.Diagnostics.CodeAnalysis;

namespace GameNight.Play.Fool;

/// <summary>
/// What a player has pressed on a page and is still under way. One at a time: what is pressed meanwhile does nothing. For one page, whose
/// events come one after the other.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Each run disposes of what it has made.")]
internal sealed class PageStep
{
    private CancellationTokenSource? _running;

    /// <summary>Whether one is under way.</summary>
    public bool IsRunning => _running is not null;

    /// <summary>Does something, unless something else is under way.</summary>
    /// <param name="work">Is cancelled by <see cref="End"/>, and ends quietly then.</param>
    /// <returns>Whether it was done.</returns>
    public async Task<bool> RunAsync(Func<CancellationToken, Task> work)
    {
        if (_running is not null)
            return false;
        using var running = _running = new CancellationTokenSource();
        try
        {
            await work(running.Token);
            return true;
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            // The player does something else by now.
            return false;
        }
        finally
        {
            if (_running == running)
                _running = null;
        }
    }

    /// <summary>Gives up what is under way: the player has gone on.</summary>
    public void End()
    {
        var running = _running;
        _running = null;
        running?.Cancel();
    }
}
