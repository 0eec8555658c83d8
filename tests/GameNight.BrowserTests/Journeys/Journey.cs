using System.Runtime.CompilerServices;
using GameNight.BrowserTests.Harness;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

/// <summary>A journey through the pages of a game, by default of the shared one.</summary>
[Collection(SharedGameGroup.Name)]
public abstract class Journey(SharedGame shared)
{
    protected GameProcess Game => shared.Game;

    protected Task VisitAsync(Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "") =>
        VisitAsync(Game, journey, screen, name);

    /// <summary>A visit to another game, which the test may change or kill.</summary>
    protected Task VisitAsync(
        GameProcess game, Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "") =>
        shared.Browser.VisitAsync(game, journey, screen, name);
}
