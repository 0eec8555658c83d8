using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GameNight.Drawing.Pad;

/// <summary>A sheet to draw on. Ink appears in the browser; this side hears of whole drawings only, after each stroke.</summary>
public sealed partial class DrawingPad(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference _root;
    private DotNetObjectReference<DrawingPad>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pad;
    private bool _attached;
    private bool _disposed;

    /// <summary>Shown on an empty sheet.</summary>
    [Parameter]
    public string Invitation { get; set; } = "Draw a digit";

    /// <summary>A stroke has ended, or was undone, or the sheet was cleared: all the ink that is there now.</summary>
    [Parameter]
    public EventCallback<Ink> InkChanged { get; set; }

    /// <summary>More buttons beside the pad's own.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What the ink was drawn with that was told last; null without ink.</summary>
    public InputKind? Input { get; private set; }

    /// <param name="strokes">As <see cref="Ink.FromStrokes"/> takes them.</param>
    /// <param name="inputs">What each of them was drawn with.</param>
    [JSInvokable]
    public Task InkDrawn(double[][][] strokes, InputKind[] inputs)
    {
        var ink = Ink.FromStrokes(strokes);
        if (Array.FindIndex(inputs, input => !Enum.IsDefined(input)) is >= 0 and var wrong)
            throw new InvalidDrawingException($"inputs[{wrong}]", "Nothing is known to draw with that.");
        Input = InputKinds.MostUsed(inputs);
        return InkChanged.InvokeAsync(ink);
    }

    public ValueTask ClearAsync() => CallAsync("clear");

    /// <summary>This drawing stays visible, and the next pen-down starts a new one; unless there is more ink by now.</summary>
    public ValueTask FinishAsync(Ink ink) => CallAsync("finish", ink.Strokes.Count);

    /// <summary>A finished drawing is in the store: it does not come back when the page is loaded again.</summary>
    public ValueTask ForgetAsync() => CallAsync("forget");

    /// <summary>Makes ready for the next drawing, once the button that had the focus is gone.</summary>
    public ValueTask FocusAsync() => CallAsync("focus");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/drawing-pad.js"]}");
            if (!_disposed)
                _pad = await _module.InvokeAsync<IJSObjectReference>("attach", _root, _self);
        }
        catch (Exception e) when (IsOutOfReach(e) || (_disposed && e is JSException))
        {
            // Whoever left meanwhile took the sheet along.
            return;
        }

        if (_disposed)
        {
            await ReleaseAsync();
            return;
        }

        _attached = true;
        StateHasChanged();
    }

    public ValueTask DisposeAsync()
    {
        // The page can be left while the browser still loads the pad: then what it loaded is released when it comes.
        _disposed = true;
        return ReleaseAsync();
    }

    private async ValueTask ReleaseAsync()
    {
        // Taken before the first wait, so that nobody calls what is being released.
        var (pad, module, self) = (_pad, _module, _self);
        (_pad, _module, _self) = (null, null, null);
        try
        {
            if (pad is not null)
            {
                await pad.InvokeVoidAsync("dispose");
                await pad.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (Exception e) when (IsOutOfReach(e))
        {
        }

        self?.Dispose();
    }

    private async ValueTask CallAsync(string function, params object[] arguments)
    {
        try
        {
            if (_pad is not null)
                await _pad.InvokeVoidAsync(function, arguments);
        }
        catch (Exception e) when (IsOutOfReach(e))
        {
        }
    }

    /// <summary>The page is gone, or did not answer in time; what is asked of it here goes with it.</summary>
    private static bool IsOutOfReach(Exception e) => e is JSDisconnectedException or OperationCanceledException;
}
