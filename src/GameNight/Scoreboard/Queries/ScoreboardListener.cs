using GameNight.Background;
using GameNight.Scoreboard.Projection;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Queries;

/// <summary>Tells a page when the counts have changed: at once, and then at most every 300 ms, however many players draw.</summary>
public sealed class ScoreboardListener(ScoreboardProjection projection, TimeProvider clock) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _closed = new();
    private readonly SemaphoreSlim _changed = new(0, 1);
    private Task _listening = Task.CompletedTask;

    [Parameter, EditorRequired]
    public EventCallback Changed { get; set; }

    public async ValueTask DisposeAsync()
    {
        projection.Changed -= OnChanged;
        await _closed.CancelAsync();
        await _listening;
        _closed.Dispose();
        _changed.Dispose();
    }

    /// <summary>Starts to listen. A prerendered page never gets here.</summary>
    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender)
            return;
        projection.Changed += OnChanged;
        _listening = ListenAsync();
    }

    private void OnChanged()
    {
        try
        {
            _changed.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Either an earlier change is still to be reported, or the page was closed.
        }
    }

    private async Task ListenAsync()
    {
        try
        {
            await PollingLoop.RunAsync(_changed.WaitAsync, ReportAsync, _closed.Token);
        }
        catch (Exception e)
        {
            // No caller awaits this task before the page closes, so the renderer gets the exception as from any event handler.
            await DispatchExceptionAsync(e);
        }
    }

    private async Task ReportAsync(CancellationToken cancellation)
    {
        await InvokeAsync(Changed.InvokeAsync);
        await Task.Delay(MinInterval, clock, cancellation);
    }
}
