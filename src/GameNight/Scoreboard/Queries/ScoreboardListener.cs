using GameNight.Background;
using GameNight.Scoreboard.Projection;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Queries;

/// <summary>Lets a page hear that the scoreboard moved: at once, and then at most a few times a second, however many play.</summary>
public sealed class ScoreboardListener(ScoreboardProjection projection, TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _left = new();
    private readonly SemaphoreSlim _moved = new(0, 1);
    private Task _watching = Task.CompletedTask;

    [Parameter, EditorRequired]
    public EventCallback Changed { get; set; }

    public async ValueTask DisposeAsync()
    {
        projection.Changed -= Note;
        await _left.CancelAsync();
        await _watching;
        _left.Dispose();
        _moved.Dispose();
    }

    /// <summary>A prerendered page watches nothing.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        projection.Changed += Note;
        _watching = WatchAsync();
    }

    private void Note()
    {
        try
        {
            _moved.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // It will be looked at anyway, or nobody looks any more.
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            await PollingLoop.RunAsync(_moved.WaitAsync, TellAsync, _left.Token);
        }
        catch (Exception e)
        {
            // Nobody waits for this: the page shows that it broke, as for any other event.
            await DispatchExceptionAsync(e);
        }
    }

    private async Task TellAsync(CancellationToken whileHere)
    {
        await InvokeAsync(Changed.InvokeAsync);
        await Task.Delay(Rest, clock, whileHere);
    }
}
