using System.Net;
using System.Runtime.Versioning;
using System.Security.Claims;
using GameNight.Configuration;
using GameNight.Identity.Access;
using GameNight.Observations.Sqlite;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Identity.Access;

/// <summary>The host's role ends: by time, by another token, and when all hosts are signed out.</summary>
public sealed class HostSessionsTests : IDisposable
{
    private const string ForTheHost = "/api/training-runs";

    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly SqliteDocumentStore _documents;

    public HostSessionsTests() => _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);

    [Fact]
    public async Task Cookie_OfTheHost_IsOneOfItsOwnThatEnds()
    {
        var game = await StartAsync();
        using var browser = game.NewPlayer();
        using var quiet = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = game.Address };
        var opened = await quiet.GetAsync(game.HostLink);
        var cookie = Assert.Single(
            opened.Headers.GetValues("Set-Cookie"), value => value.StartsWith("game-night-host=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        var expires = DateTimeOffset.Parse(cookie.Split("expires=")[1].Split(';')[0]);
        Assert.InRange(expires - DateTimeOffset.UtcNow, TimeSpan.FromHours(11), TimeSpan.FromHours(13));
        Assert.Equal(HttpStatusCode.OK, (await quiet.GetAsync(ForTheHost)).StatusCode);
        await game.DisposeAsync();
    }

    [Fact]
    public async Task Hosts_SignedOut_AreNoneAnyMoreInAnyBrowser()
    {
        var game = await StartAsync();
        using var one = game.NewPlayer();
        using var other = game.NewPlayer();
        await one.GetAsync(game.HostLink);
        await other.GetAsync(game.Services.GetRequiredService<HostLink>().Renew());
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(ForTheHost)).StatusCode);
        await game.Services.GetRequiredService<HostSessions>().SignOutAllAsync(default);
        foreach (var browser in new[] { one, other })
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(ForTheHost)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await game.NewHost().GetAsync(ForTheHost)).StatusCode);
        await game.DisposeAsync();
    }

    [Fact]
    public async Task Session_AtAnotherGameOfTheStore_EndsWithinSeconds()
    {
        var (here, there) = (Sessions("a-token-for-tests"), Sessions("a-token-for-tests"));
        var host = await BeginAsync(here);
        Assert.True(await there.IsCurrentAsync(host, default));
        await here.SignOutAllAsync(default);
        Assert.False(await here.IsCurrentAsync(host, default));
        _clock.Pass(TimeSpan.FromSeconds(6));
        Assert.False(await there.IsCurrentAsync(host, default));
    }

    [Fact]
    public async Task Session_AfterARestartWithAnotherToken_IsOver()
    {
        var host = await BeginAsync(Sessions("a-token-for-tests"));
        Assert.True(await Sessions("a-token-for-tests").IsCurrentAsync(host, default));
        Assert.False(await Sessions("another-token-for-tests").IsCurrentAsync(host, default));
        Assert.False(await Sessions(token: null).IsCurrentAsync(host, default));
    }

    [Fact]
    public async Task Session_OnAPageThatStaysOpen_EndsWithItsCookie()
    {
        var sessions = Sessions("a-token-for-tests");
        var host = await BeginAsync(sessions);
        _clock.Pass(HostSessions.Lifetime - TimeSpan.FromSeconds(1));
        Assert.True(await sessions.IsCurrentAsync(host, default));
        _clock.Pass(TimeSpan.FromSeconds(2));
        Assert.False(await sessions.IsCurrentAsync(host, default));
    }

    [Fact]
    public async Task Session_OfAnotherPlayer_IsNone()
    {
        var sessions = Sessions("a-token-for-tests");
        var cookie = new ClaimsPrincipal(await sessions.BeginAsync("ann", default));
        Assert.Null(await sessions.FindAsync("eve", cookie, _clock.GetUtcNow() + HostSessions.Lifetime, default));
    }

    [Fact]
    public async Task Session_WhileTheStoreIsAway_IsNotBelievedWhereItWasNeverChecked()
    {
        var host = await BeginAsync(Sessions("a-token-for-tests"));
        Assert.False(await Sessions("a-token-for-tests", new FailingDocuments()).IsCurrentAsync(host, default));
    }

    [Fact]
    public void DataFolder_MadeOrFound_IsTheOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var data = Path.Combine(_folder.Path, "data");
        var folders = new GameFolders(data, _folder.Path);
        folders.Protect();
        Assert.Equal("rwx------", Mode(data));
        File.SetUnixFileMode(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
        folders.Protect();
        Assert.Equal("rwx------", Mode(data));
    }

    public void Dispose() => _folder.Dispose();

    [UnsupportedOSPlatform("windows")]
    private static string Mode(string folder)
    {
        var mode = File.GetUnixFileMode(folder);
        return string.Concat(Enumerable.Range(0, 9).Select(bit => ((int)mode >> (8 - bit) & 1) == 1 ? "rwx"[bit % 3] : '-'));
    }

    private static async Task<GameServer> StartAsync()
    {
        var game = GameServer.With();
        await game.InitializeAsync();
        return game;
    }

    private HostSessions Sessions(string? token, IDocumentStore? documents = null) =>
        new(new HostLink(token), documents ?? _documents, _clock, NullLogger<HostSessions>.Instance);

    private async Task<ClaimsPrincipal> BeginAsync(HostSessions sessions)
    {
        var cookie = new ClaimsPrincipal(await sessions.BeginAsync("ann", default));
        return (await sessions.FindAsync("ann", cookie, _clock.GetUtcNow() + HostSessions.Lifetime, default))!;
    }
}
