using Microsoft.JSInterop;

namespace GameNight.Scoreboard.Charts.Confusion;

/// <summary>Keeps in the browser's local storage what the percentages in the confusion matrix are shares of.</summary>
public sealed class ConfusionShareStorage(IJSRuntime js)
{
    private const string Key = "game-night.confusion-share";

    /// <summary>The stored choice; <see cref="ConfusionShare.Row"/> if there is none or the browser cannot be asked.</summary>
    public async Task<ConfusionShare> LoadAsync()
    {
        try
        {
            var stored = await js.InvokeAsync<string?>("localStorage.getItem", Key);
            return Enum.TryParse<ConfusionShare>(stored, out var share) && Enum.IsDefined(share) ? share : ConfusionShare.Row;
        }
        catch (Exception e) when (IsUnavailable(e))
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
        catch (Exception e) when (IsUnavailable(e))
        {
            // The choice holds for this page only.
        }
    }

    /// <summary>Whether the browser forbids storage, has left, or does not answer in time.</summary>
    private static bool IsUnavailable(Exception e) => e is JSException or JSDisconnectedException or OperationCanceledException;
}
