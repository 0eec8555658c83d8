using Bunit;
using GameNight.Drawing.Images;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace GameNight.Tests.Drawing.Pad;

public sealed class DrawingPadTests : BunitContext
{
    private readonly BunitJSModuleInterop _pad;

    public DrawingPadTests()
    {
        var module = JSInterop.SetupModule("./js/drawing-pad.js");
        _pad = module.SetupModule("attach", _ => true);
        _pad.Mode = JSRuntimeMode.Loose;
    }

    [Fact]
    public void Pad_Attached_IsReadyAndHasItsName()
    {
        var pad = Render<DrawingPad>();
        var sheet = pad.Find("[aria-label='Drawing pad']");
        Assert.Equal(
            ("application", "0", "false"),
            (sheet.GetAttribute("role"), sheet.GetAttribute("tabindex"), sheet.GetAttribute("aria-busy")));
        Assert.Contains("arrow keys", pad.Find("#" + sheet.GetAttribute("aria-describedby")).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Undo", "Clear"], pad.FindAll("button").Select(button => button.TextContent.Trim()));
    }

    [Fact]
    public async Task InkDrawn_FromTheBrowser_RaisesInkChanged()
    {
        Ink? drawn = null;
        var pad = Render<DrawingPad>(p => p.Add(x => x.InkChanged, ink => drawn = ink));
        double[][][] strokes = [[[1.25, 2, 0], [3, 4, 16]], [[5, 6, 40]]];
        await pad.InvokeAsync(() => pad.Instance.InkDrawn(strokes, [InputKind.Pen, InputKind.Pen]));
        Assert.Equal(strokes, drawn!.ToStrokes());
        Assert.Equal(InputKind.Pen, pad.Instance.Input);
    }

    [Fact]
    public async Task InkDrawn_ThePageFails_ReachesItsErrorBoundary()
    {
        var failing = EventCallback.Factory.Create<Ink>(this, _ => throw new InvalidOperationException("The page failed."));
        var page = Render<ErrorBoundary>(boundary => boundary
            .AddChildContent<DrawingPad>(pad => pad.Add(x => x.InkChanged, failing))
            .Add(x => x.ErrorContent, error => error.Message));
        await page.InvokeAsync(() => page.FindComponent<DrawingPad>().Instance.InkDrawn([[[1, 1]]], [InputKind.Pen]));
        Assert.Equal("The page failed.", page.Markup);
    }

    [Fact]
    public async Task InkDrawn_UnknownInput_IsRefused()
    {
        var pad = Render<DrawingPad>().Instance;
        await Assert.ThrowsAsync<InvalidDrawingException>(() => pad.InkDrawn([[[1, 1]]], [(InputKind)99]));
    }

    [Fact]
    public async Task InkDrawn_InvalidInk_IsRefused()
    {
        var pad = Render<DrawingPad>().Instance;
        await Assert.ThrowsAsync<InvalidDrawingException>(() => pad.InkDrawn([[[double.NaN, 1]]], [InputKind.Mouse]));
    }

    [Fact]
    public async Task Finish_Drawing_PassesItsNumberOfStrokes()
    {
        var pad = Render<DrawingPad>();
        await pad.InvokeAsync(() => pad.Instance.FinishAsync(Ink.FromStrokes([[[1, 2]], [[3, 4]]])).AsTask());
        Assert.Equal(2, _pad.VerifyInvoke("finish").Arguments[0]);
    }

    [Fact]
    public async Task Dispose_BrowserGone_DoesNotThrow()
    {
        _pad.SetupVoid("dispose").SetException(new JSDisconnectedException("The circuit has disconnected."));
        await Render<DrawingPad>().Instance.DisposeAsync();
        _pad.VerifyInvoke("dispose");
    }

    [Theory]
    [InlineData("import", "import DisposeAsync")]
    [InlineData("attach", "import attach DisposeAsync dispose DisposeAsync")]
    public async Task Dispose_WhileTheBrowserLoadsThePad_ReleasesWhatWasLoaded(string awaited, string calls)
    {
        var browser = new DrawingPadSlowBrowser(awaited);
        Services.AddSingleton<IJSRuntime>(browser);
        Render<DrawingPad>();
        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(browser.Answer.SetResult);
        Assert.Equal(calls, string.Join(' ', browser.Calls));
    }

    [Fact]
    public async Task Dispose_SheetGoneBeforeThePadIsAttached_DoesNotThrow()
    {
        var browser = new DrawingPadSlowBrowser("attach");
        Services.AddSingleton<IJSRuntime>(browser);
        Render<DrawingPad>();
        await DisposeComponentsAsync();
        await Renderer.Dispatcher.InvokeAsync(() => browser.Answer.SetException(new JSException("There is no sheet.")));
        Assert.False(Renderer.UnhandledException.IsCompleted);
    }
}
