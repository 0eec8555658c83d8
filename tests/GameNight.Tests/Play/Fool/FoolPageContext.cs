using AngleSharp.Dom;
using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Store;
using GameNight.Play.Fool;
using GameNight.Scoreboard.Projection;
using GameNight.Tests.Observations.Store;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using static GameNight.Tests.Observations.Store.ObservationBuilder;

namespace GameNight.Tests.Play.Fool;

/// <summary>Renders the page for Ann, over a store in memory. Its two machines never agree: whatever is asked for, one is fooled.</summary>
public abstract class FoolPageContext : BunitContext
{
    private readonly ContestantsFixture _contestants = ContestantsFixture.With(("mnist-cnn", 3), ("mnist-mlp", 8));

    private protected FoolPageContext()
    {
        Services.AddGame(_contestants, Store);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule("./js/drawing-pad.js");
        module.Mode = JSRuntimeMode.Loose;
        Pad = module.SetupModule("attach", _ => true);
        Pad.Mode = JSRuntimeMode.Loose;
    }

    private protected MemoryObservationStore Store { get; } = new();

    /// <summary>The calls to the drawing pad in the browser.</summary>
    private protected BunitJSModuleInterop Pad { get; }

    private protected IRenderedComponent<FoolPage> Open() =>
        Render<FoolPage>(page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann")))));

    /// <summary>Somebody's drawing of a 4 that was made to fool, in the store and counted.</summary>
    private protected async Task<Observation> DrawnAsync(string player, int seed = 5)
    {
        var drawing = Of(seed) with
        {
            Player = player,
            Task = new DrawingTask(PlayMode.Fool, 4),
            Origin = PlayOrigin.Page,
            Ink = Ink.FromStrokes([[[seed, 0, 0], [seed + 3.0, 40, 20]]]),
        };
        await Store.AppendAsync(drawing, default);
        await Services.GetRequiredService<ScoreboardProjection>().CatchUpAsync(default);
        return drawing;
    }

    /// <summary>Two people read what was asked for.</summary>
    private protected async Task ReadByTwoAsync(Observation drawing)
    {
        await Store.VoteAsync(drawing.Id, Vote("Ben", 4), default);
        await Store.VoteAsync(drawing.Id, Vote("Cleo", 4), default);
    }

    /// <summary>Puts a session into the browser's storage, as JSON.</summary>
    private protected void Remember(string session) =>
        JSInterop.Setup<string?>("sessionStorage.getItem", "game-night.session").SetResult(session);

    private protected void RememberAtTheJury(Observation drawing) => Remember($$"""{"AtTheJury":["{{drawing.Id}}"]}""");

    private protected void PlayUnrecorded() => JSInterop.Setup<string?>("localStorage.getItem", "game-night.recording").SetResult("off");

    /// <summary>Draws one stroke, quickly: no twist forbids it.</summary>
    private protected static Task DrawAsync(IRenderedComponent<FoolPage> page, double x = 10) => page.InvokeAsync(
        () => page.FindComponent<DrawingPad>().Instance.InkDrawn([[[x, 10, 0], [60, 10, 120], [30, 90, 400]]], [InputKind.Touch]));

    private protected static async Task DrawAndGuessAsync(IRenderedComponent<FoolPage> page, double x = 10)
    {
        await DrawAsync(page, x);
        await ClickAsync(page, "Guess");
    }

    private protected static Task ClickAsync(IRenderedComponent<FoolPage> page, string name) => Button(page, name).ClickAsync();

    private protected static string Heading(IRenderedComponent<FoolPage> page) => page.Find("h1").TextContent.Trim();

    private protected static string Points(IRenderedComponent<FoolPage> page) => page.Find(".points").TextContent;

    private protected async Task<IReadOnlyList<Observation>> OwnAsync() =>
        [.. (await Store.ReadAsync(null, 100, default)).Items.Where(play => play.Player == "ann")];

    private static IElement Button(IRenderedComponent<FoolPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            _contestants.Dispose();
    }
}
