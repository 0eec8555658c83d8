// Two at a time: journeys wait most of the time.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace GameNight.BrowserTests.Harness;

/// <summary>One browser and one game for all journeys that change nothing in the game but add drawings, and open rooms.</summary>
public sealed class SharedGame : IAsyncLifetime
{
    public Browser Browser { get; } = new();

    public GameProcess Game { get; } = new();

    public async Task InitializeAsync()
    {
        await Browser.InitializeAsync();
        Game.Settings.AddRange(RoomCompany.Settings);
        await Game.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        await Game.DisposeAsync();
    }
}
