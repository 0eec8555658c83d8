using GameNight.Background;
using Microsoft.AspNetCore.Components;

namespace GameNight.Components;

/// <summary>Calls a method again and again while the page is open. It renders nothing.</summary>
public sealed class PollingTimer(TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _left = new();
    private Task _polling = Task.CompletedTask;

    /// <summary>The time before the first call, and from the end of a call to the next. A change counts from the next pause on.</summary>
    [Parameter, EditorRequired]
    public TimeSpan Pause { get; set; }

    /// <summary>The method. The page is not rendered after it, unless the method calls <c>StateHasChanged</c>.</summary>
    [Parameter, EditorRequired]
    public Func<CancellationToken, Task> Turn { get; set; } = _ => Task.CompletedTask;

    /// <summary>Cancels the call that is under way, and completes when it has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        await _left.CancelAsync();
        await _polling;
        _left.Dispose();
    }

    protected override void OnAfterRender(bool firstRender)
    {
        // Begun here and not in OnInitialized, because a prerendered page must not poll.
        if (firstRender)
            _polling = PollAsync();
    }

    private async Task PollAsync()
    {
        try
        {
            await PollingLoop.RunAsync(
                pausing => Task.Delay(Pause, clock, pausing), cancellation => Turn(cancellation), _left.Token);
        }
        catch (Exception e)
        {
            // No caller awaits this task: the page shows the failure as it does for an event.
            await DispatchExceptionAsync(e);
        }
    }
}
