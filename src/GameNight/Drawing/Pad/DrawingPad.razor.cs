using GameNight.Components;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GameNight.Drawing.Pad;

/// <summary>
/// A sheet to draw on. The browser shows the ink as it is drawn; the server gets the whole drawing after each stroke, or a bit later on a
/// page that guesses in the browser.
/// </summary>
public sealed partial class DrawingPad(IJSRuntime js) : IAsyncDisposable
{
    private const string Script = "js/drawing-pad.js";

    private ElementReference _root;
    private ElementReference _sheet;
    private DotNetObjectReference<DrawingPad>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pad;
    private bool _attached;
    private bool _disposed;

    /// <summary>The text on an empty sheet.</summary>
    [Parameter]
    public string Invitation { get; set; } = "Draw a digit";

    /// <summary>
    /// Whether what is drawn answers what the page asks at that moment: the browser does not keep it over a reload, and drops what was
    /// drawn before the page was connected.
    /// </summary>
    [Parameter]
    public bool Fleeting { get; set; }

    /// <summary>Whether the sheet takes the focus when it appears, because it comes in the place of what had it.</summary>
    [Parameter]
    public bool TakesFocus { get; set; }

    /// <summary>Raised with all ink on the sheet when a stroke has ended or was undone, or the sheet was cleared.</summary>
    [Parameter]
    public EventCallback<Ink> InkChanged { get; set; }

    /// <summary>Further buttons, beside the pad's own.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>What the drawing of the last <see cref="InkChanged"/> was made with; null where it has no ink.</summary>
    public InputKind? Input { get; private set; }

    /// <summary>Called by the browser when the ink has changed.</summary>
    /// <param name="strokes">All strokes, in the form that <see cref="Ink.FromStrokes"/> takes.</param>
    /// <param name="inputs">What each stroke was drawn with.</param>
    /// <exception cref="InvalidDrawingException">The strokes are not valid, or an input is unknown.</exception>
    [JSInvokable]
    public async Task InkDrawn(double[][][] strokes, InputKind[] inputs)
    {
        var ink = Ink.FromStrokes(strokes);
        if (Array.FindIndex(inputs, input => !Enum.IsDefined(input)) is >= 0 and var wrong)
            throw new InvalidDrawingException($"inputs[{wrong}]", "Nothing is known to draw with that.");
        Input = InputKinds.MostUsed(inputs);
        try
        {
            await InkChanged.InvokeAsync(ink);
        }
        catch (Exception e)
        {
            // A page that fails at the ink fails as at any other event. The browser, which called, has nothing to do with it.
            await DispatchExceptionAsync(e);
        }
    }

    public ValueTask ClearAsync() => CallAsync("clear");

    /// <summary>
    /// Keeps this drawing visible until the next pen-down starts a new one, unless more strokes were drawn meanwhile.
    /// </summary>
    public ValueTask FinishAsync(Ink ink) => CallAsync("finish", ink.Strokes.Count);

    /// <summary>
    /// Removes a finished drawing, whose round is over, from the browser's memory: a reload does not bring it back.
    /// </summary>
    public ValueTask ForgetAsync() => CallAsync("forget");

    /// <summary>Focuses the sheet, for when the button that had the focus is gone.</summary>
    public ValueTask FocusAsync() => CallAsync("focus");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        if (TakesFocus)
            await _sheet.TryFocusAsync(preventScroll: true);
        try
        {
            _self = DotNetObjectReference.Create(this);
            _module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets[Script]}");
            if (!_disposed)
                _pad = await _module.InvokeAsync<IJSObjectReference>("attach", _root, _self);
        }
        catch (Exception e) when (IsPageGone(e) || (_disposed && e is JSException))
        {
            // The player has left the page meanwhile: there is no sheet to attach to.
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
        // The player can leave while the browser still loads the pad; OnAfterRenderAsync then releases what was loaded.
        _disposed = true;
        return ReleaseAsync();
    }

    private async ValueTask ReleaseAsync()
    {
        // Cleared before the first await, so that no call reaches an object that is being released.
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
        catch (Exception e) when (IsPageGone(e))
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
        catch (Exception e) when (IsPageGone(e))
        {
        }
    }

    /// <summary>The page is gone or did not answer in time, and with it everything that the calls here are about.</summary>
    private static bool IsPageGone(Exception e) => e is JSDisconnectedException or OperationCanceledException;
}
