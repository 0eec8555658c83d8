using System.Net;

namespace GameNight.Tests.Hosting;

public sealed class RateLimitTests : IAsyncLifetime
{
    private const string Algorithms = "/api/algorithms";

    private readonly GameServer _server = GameServer.With("--GameNight:Api:RequestsPerMinute=3");

    public Task InitializeAsync() => _server.InitializeAsync();

    [Fact]
    public async Task Api_OneMoreThanTheLimit_IsRefusedWithTheTimeToWait()
    {
        // Of another player at the same address, too.
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await _server.NewPlayer().GetAsync(Algorithms)).StatusCode);
        var refused = await _server.NewPlayer().GetAsync(Algorithms);
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, refused);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Api_UnknownPaths_AreLimited()
    {
        for (var i = 0; i < 3; i++)
            await Problem.ExpectAsync(HttpStatusCode.NotFound, await _server.NewPlayer().GetAsync("/api/nothing"));
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, await _server.NewPlayer().GetAsync("/API/nothing"));
    }

    [Fact]
    public async Task Host_ByTokenOrLink_IsNotLimited()
    {
        var (program, browser) = (_server.NewHost(), _server.NewPlayer());
        await browser.GetAsync(_server.HostLink);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Algorithms)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Algorithms)).StatusCode);
        }
    }

    [Fact]
    public async Task WrongToken_TriedOften_IsLimited()
    {
        var guesser = _server.NewPlayer();
        guesser.DefaultRequestHeaders.Authorization = new("Bearer", "guess");
        for (var i = 0; i < 3; i++)
            await Problem.ExpectAsync(HttpStatusCode.Unauthorized, await guesser.GetAsync(Algorithms));
        await Problem.ExpectAsync(HttpStatusCode.TooManyRequests, await guesser.GetAsync(Algorithms));
    }

    [Fact]
    public async Task Pages_AndHealth_AreNotLimited()
    {
        foreach (var path in new[] { "/", "/charts", "/api", "/api/", "/API", "/api", "/health/ready", "/openapi/v1.json", "/" })
            Assert.Equal(HttpStatusCode.OK, (await _server.NewPlayer().GetAsync(path)).StatusCode);
    }

    public Task DisposeAsync() => _server.DisposeAsync();
}
