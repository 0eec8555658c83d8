using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Play.Sprint;
using GameNight.Tests.Observations.Store;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play.Sprint;

/// <summary>Renders the sprint, read by a contestant that sees a 3 in everything, on a clock that only the test advances.</summary>
public abstract class SprintPageContext : BunitContext
{
    private int _strokes;

    private protected SprintPageContext()
    {
        Services.AddGame(Fixture, Store);
        Services.AddSingleton<TimeProvider>(Clock);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule("./js/drawing-pad.js");
        module.Mode = JSRuntimeMode.Loose;
        Pad = module.SetupModule("attach", _ => true);
        Pad.Mode = JSRuntimeMode.Loose;
    }

    private protected FakeClock Clock { get; } = new();

    private protected MemoryObservationStore Store { get; } = new();

    private protected ContestantsFixture Fixture { get; } = ContestantsFixture.With(("mnist-cnn", 3), ("mnist-mlp", 8), ("rookie", 3));

    /// <summary>The calls to the drawing pad in the browser.</summary>
    private protected BunitJSModuleInterop Pad { get; }

    private protected IRenderedComponent<SprintPage> Open() => Render<SprintPage>(
        page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann")))));

    /// <summary>A stroke that no drawing before had.</summary>
    private protected double[][] NewStroke() => [[10, ++_strokes, 0], [60, 10, 120], [30, 90, 400]];

    private protected static Task SendAsync(IRenderedComponent<SprintPage> page, params double[][][] strokes) => page.InvokeAsync(
        () => page.FindComponent<DrawingPad>().Instance.InkDrawn(strokes, [.. strokes.Select(_ => InputKind.Touch)]));

    /// <summary>Draws, and lets the contestant look.</summary>
    private protected async Task DrawAsync(IRenderedComponent<SprintPage> page, params double[][][] strokes)
    {
        var drawing = SendAsync(page, strokes is [] ? [NewStroke()] : strokes);
        Clock.Pass(SprintPage.Rest);
        await drawing;
    }

    /// <summary>Skips until the contestant's digit is asked for.</summary>
    private protected static async Task SkipToThreeAsync(IRenderedComponent<SprintPage> page)
    {
        while (Heading(page) != "Draw a 3")
            await ClickAsync(page, "Skip");
    }

    private protected static Task ClickAsync(IRenderedComponent<SprintPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name).ClickAsync();

    private protected static string Heading(IRenderedComponent<SprintPage> page) => page.Find("h1").TextContent;

    private protected static string Text(IRenderedComponent<SprintPage> page, string selector) => page.Find(selector).TextContent.Trim();

    private protected async Task<IReadOnlyList<Observation>> StoredAsync() =>
        (await Store.ReadAsync(null, 100, CancellationToken.None)).Items;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Fixture.Dispose();
    }
}
