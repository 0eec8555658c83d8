using GameNight.Background;
using Microsoft.AspNetCore.Components;

namespace GameNight.Components;

/// <summary>Does something again and again while the component in which it stands is shown. It shows nothing itself.</summary>
public sealed class PollingTimer(TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _left = new();
    private Task _polling = Task.CompletedTask;

    /// <summary>From the end of a turn to the next, and before the first.</summary>
    [Parameter, EditorRequired]
    public TimeSpan Pause { get; set; }

    /// <summary>What is done. Nothing is rendered by it: a turn that changes what shows calls <c>StateHasChanged</c>.</summary>
    [Parameter, EditorRequired]
    public Func<CancellationToken, Task> Turn { get; set; } = _ => Task.CompletedTask;

    /// <summary>Comes back when no turn is going on any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _polling;
        _left.Dispose();
    }

    /// <summary>A prerendered page polls nothing.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _polling = PollAsync();
    }

    private async Task PollAsync()
    {
        try
        {
            await PollingLoop.RunAsync(Pause, clock, cancellation => Turn(cancellation), _left.Token);
        }
        catch (Exception e)
        {
            // Nobody waits for this: the page shows that it broke, as for any other event.
            await DispatchExceptionAsync(e);
        }
    }
}
