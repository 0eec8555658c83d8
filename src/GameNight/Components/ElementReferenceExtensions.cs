using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GameNight.Components;

/// <summary>What pages ask of an element in the browser.</summary>
public static class ElementReferenceExtensions
{
    /// <summary>
    /// Focuses an element unless it is gone: the next render may remove it before the browser hears, and the user may leave.
    /// </summary>
    public static async Task TryFocusAsync(this ElementReference element, bool preventScroll = false)
    {
        try
        {
            await element.FocusAsync(preventScroll);
        }
        catch (Exception e) when (e is JSException or JSDisconnectedException or OperationCanceledException)
        {
            // There is nothing to focus.
        }
    }
}
