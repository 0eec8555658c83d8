using Microsoft.AspNetCore.Components;

namespace GameNight.Recognition.Guessing;

/// <summary>Tells the page on which it stands whenever somebody came, went or changed their version. There is nothing of it to see.</summary>
public sealed class ContestantsListener(Contestants contestants) : ComponentBase, IDisposable
{
    /// <summary>Called on the page's own thread; the page renders afterwards.</summary>
    [Parameter]
    public EventCallback Changed { get; set; }

    public void Dispose() => contestants.Changed -= Hear;

    protected override void OnInitialized() => contestants.Changed += Hear;

    private void Hear() => _ = InvokeAsync(TellAsync);

    private async Task TellAsync()
    {
        try
        {
            await Changed.InvokeAsync();
        }
        catch (Exception e)
        {
            // Nobody waits for this call: the page shows that it broke, as for any other event.
            await DispatchExceptionAsync(e);
        }
    }
}
