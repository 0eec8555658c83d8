using System.Runtime.CompilerServices;
using GameNight.BrowserTests.Harness;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

/// <summary>A visit to the game on the table: one whole story a test.</summary>
[Collection(SharedGameGroup.Name)]
public abstract class Journey(SharedGame table)
{
    protected GameProcess Game => table.Game;

    protected Task VisitAsync(Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "") =>
        VisitAsync(Game, journey, screen, name);

    /// <summary>A visit to another game, which may come to harm.</summary>
    protected Task VisitAsync(GameProcess game, Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "") =>
        table.Browser.VisitAsync(game, journey, screen, name);
}
