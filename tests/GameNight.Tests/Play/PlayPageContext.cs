using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using GameNight.Drawing.Pad;
using GameNight.Drawing.Strokes;
using GameNight.Identity.Access;
using GameNight.Observations.Outbox;
using GameNight.Observations.Store;
using GameNight.Play;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Scoreboard;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Play;

/// <summary>Renders the play page over a store in memory. Its JavaScript calls are recorded and do nothing.</summary>
public abstract class PlayPageContext : BunitContext
{
    private readonly ScoreboardFixture _counted;

    private protected PlayPageContext() : this(("mnist-cnn", 3), ("mnist-mlp", 8), ("broken", null))
    {
    }

    private protected PlayPageContext(params (string Algorithm, int? Digit)[] contestants)
    {
        Fixture = ContestantsFixture.With(contestants);
        Services.AddGame(Fixture, Store);
        Services.AddSingleton(Backlog);
        Services.AddSingleton((_counted = new ScoreboardFixture(Store)).Reader);
        JSInterop.Mode = JSRuntimeMode.Loose;
        var module = JSInterop.SetupModule("./js/drawing-pad.js");
        module.Mode = JSRuntimeMode.Loose;
        Pad = module.SetupModule("attach", _ => true);
        Pad.Mode = JSRuntimeMode.Loose;
    }

    private protected ContestantsFixture Fixture { get; }

    private protected MemoryObservationStore Store { get; } = new();

    private protected Backlog Backlog { get; } = new();

    /// <summary>The calls to the drawing pad in the browser.</summary>
    private protected BunitJSModuleInterop Pad { get; }

    private protected IRenderedComponent<PlayPage> Open() => Open(Players.Player("ann"));

    private protected IRenderedComponent<PlayPage> Open(ClaimsPrincipal player) =>
        Render<PlayPage>(page => page.AddCascadingValue(Task.FromResult(new AuthenticationState(player))));

    /// <summary>Puts a session into the browser's storage, as JSON.</summary>
    private protected void Remember(string session) =>
        JSInterop.Setup<string?>("sessionStorage.getItem", "game-night.session").SetResult(session);

    private protected static Task DrawAsync(IRenderedComponent<PlayPage> page, params double[][][] strokes)
    {
        double[][][] drawn = strokes is [] ? [[[10, 10, 0], [60, 10, 120], [30, 90, 400]]] : strokes;
        return page.InvokeAsync(() => page.FindComponent<DrawingPad>().Instance.InkDrawn(drawn, [.. drawn.Select(_ => InputKind.Touch)]));
    }

    private protected static IElement Button(IRenderedComponent<PlayPage> page, string name) =>
        page.FindAll("button").Single(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name);

    private protected static Task ClickAsync(IRenderedComponent<PlayPage> page, string name) => Button(page, name).ClickAsync();

    private protected static bool HasButton(IRenderedComponent<PlayPage> page, string name) =>
        page.FindAll("button").Any(button => (button.GetAttribute("aria-label") ?? button.TextContent.Trim()) == name);

    private protected static string Status(IRenderedComponent<PlayPage> page) => page.Find("[role=status]").TextContent.Trim();

    private protected async Task<IReadOnlyList<Observation>> StoredAsync() =>
        (await Store.ReadAsync(null, 100, CancellationToken.None)).Items;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Fixture.Dispose();
            _counted.Dispose();
        }
    }
}
