namespace GameNight.Tests.Identity.Access;

/// <summary>A game and its host's browser, which has opened the host's link and has a cookie.</summary>
public sealed class HostServer : IAsyncLifetime
{
    public GameServer Game { get; } = new();

    public HttpClient Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await Game.InitializeAsync();
        Browser = Game.NewPlayer();
        (await Browser.GetAsync(Game.HostLink)).EnsureSuccessStatusCode();
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Game.DisposeAsync();
    }
}
