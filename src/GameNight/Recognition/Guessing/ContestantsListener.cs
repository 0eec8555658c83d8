using Microsoft.AspNetCore.Components;

namespace GameNight.Recognition.Guessing;

/// <summary>
/// An invisible component that calls the page on which it stands whenever a contestant is added or removed, or its version changes.
/// </summary>
public sealed class ContestantsListener(Contestants contestants) : ComponentBase, IDisposable
{
    /// <summary>Called in the page's own synchronization context; the page renders afterwards.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    public void Dispose() => contestants.Changed -= OnChanged;

    protected override void OnInitialized() => contestants.Changed += OnChanged;

    private void OnChanged() => _ = InvokeAsync(NotifyPageAsync);

    private async Task NotifyPageAsync()
    {
        try
        {
            await Changed.InvokeAsync();
        }
        catch (Exception e)
        {
            // This task is not awaited: the page must learn of the failure in another way, as for any other event.
            await DispatchExceptionAsync(e);
        }
    }
}
