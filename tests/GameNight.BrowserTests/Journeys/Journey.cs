using System.Runtime.CompilerServices;
using GameNight.BrowserTests.Harness;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

/// <summary>A visit to the game on the table: one whole story a test.</summary>
[Collection(SharedTable.Name)]
public abstract class Journey(Table table)
{
    protected GameProcess Game => table.Game;

    protected Task VisitAsync(Func<IPage, Task> journey, BrowserNewContextOptions? screen = null, [CallerMemberName] string name = "") =>
        table.Browser.VisitAsync(Game, journey, screen, name);
}
