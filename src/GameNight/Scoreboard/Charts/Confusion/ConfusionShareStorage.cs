using Microsoft.JSInterop;

namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>Remembers in the browser of what the percentages in the confusion matrix are.</summary>
public sealed class ConfusionShareStorage(IJSRuntime js)
{
    private const string Key = "game-night.confusion-share";

    public async Task<ConfusionShare> LoadAsync()
    {
        try
        {
            return Enum.TryParse<ConfusionShare>(await js.InvokeAsync<string?>("localStorage.getItem", Key), out var share) && Enum.IsDefined(share) ? share : ConfusionShare.Row;
        }
        catch (Exception e) when (IsOutOfReach(e))
        {
            return ConfusionShare.Row;
        }
    }

    public async Task SaveAsync(ConfusionShare share)
    {
        try
        {
            await js.InvokeVoidAsync("localStorage.setItem", Key, share.ToString());
        }
        catch (Exception e) when (IsOutOfReach(e))
        {
            // It holds for this page, and is asked again on the next.
        }
    }

    /// <summary>A browser that forbids storage, that left or does not answer.</summary>
    private static bool IsOutOfReach(Exception e) => e is JSException or JSDisconnectedException or OperationCanceledException;
}
