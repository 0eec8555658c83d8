using Microsoft.AspNetCore.Components;

namespace GameNight.Recognition.Guessing;

/// <summary>
/// An invisible component that calls the page on which it stands whenever a contestant is added or removed, its version changes, or it has
/// learned; once a second at most, because at a party a rookie learns fifteen times a second.
/// </summary>
public sealed class ContestantsListener(Contestants contestants, TimeProvider clock) : ComponentBase, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _leaving = new();
    private long? _calledAt;
    private int _isCalling;

    /// <summary>Called in the page's own synchronization context; the page renders afterwards.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    public void Dispose()
    {
        contestants.Changed -= OnChanged;
        _leaving.Cancel();
        _leaving.Dispose();
    }

    protected override void OnInitialized() => contestants.Changed += OnChanged;

    private void OnChanged()
    {
        if (Interlocked.Exchange(ref _isCalling, 1) == 0)
            _ = InvokeAsync(NotifyPageAsync);
    }

    private async Task NotifyPageAsync()
    {
        try
        {
            if (_calledAt is { } before && Interval - clock.GetElapsedTime(before) is { Ticks: > 0 } rest)
                await Task.Delay(rest, clock, _leaving.Token);
            // What changes from here on is told the next time.
            Volatile.Write(ref _isCalling, 0);
            _calledAt = clock.GetTimestamp();
            await Changed.InvokeAsync();
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (Exception e)
        {
            // This task is not awaited: the page must learn of the failure in another way, as for any other event.
            await DispatchExceptionAsync(e);
        }
    }
}
