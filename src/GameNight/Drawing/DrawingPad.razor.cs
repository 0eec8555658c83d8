using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GameNight.Drawing;

/// <summary>A sheet to draw on. Ink appears in the browser; this side hears of whole drawings only, after each stroke.</summary>
public sealed partial class DrawingPad(IJSRuntime js) : IAsyncDisposable
{
    private ElementReference _root;
    private DotNetObjectReference<DrawingPad>? _self;
    private IJSObjectReference? _module;
    private IJSObjectReference? _pad;
    private bool _attached;

    /// <summary>Shown on an empty sheet.</summary>
    [Parameter]
    public string Invitation { get; set; } = "Draw a digit";

    /// <summary>A stroke has ended, or was undone, or the sheet was cleared: all the ink that is there now.</summary>
    [Parameter]
    public EventCallback<Ink> InkChanged { get; set; }

    /// <summary>More buttons beside the pad's own.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [JSInvokable]
    public Task InkDrawn(double[][][] strokes) => InkChanged.InvokeAsync(Ink.FromStrokes(strokes));

    public ValueTask ClearAsync() => CallAsync("clear");

    /// <summary>This drawing stays visible, and the next pen-down starts a new one; unless there is more ink by now.</summary>
    public ValueTask FinishAsync(Ink ink) => CallAsync("finish", ink.Strokes.Count);

    /// <summary>A finished drawing is done with: it does not come back when the page is loaded again.</summary>
    public ValueTask ForgetAsync() => CallAsync("forget");

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/drawing-pad.js"]}");
        _pad = await _module.InvokeAsync<IJSObjectReference>("attach", _root, _self);
        _attached = true;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await CallAsync("dispose");
            if (_pad is not null)
                await _pad.DisposeAsync();
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what is asked of it here went with it.
        }

        _self?.Dispose();
    }

    private async ValueTask CallAsync(string function, params object[] arguments)
    {
        try
        {
            if (_pad is not null)
                await _pad.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and what is asked of it here went with it.
        }
    }
}
