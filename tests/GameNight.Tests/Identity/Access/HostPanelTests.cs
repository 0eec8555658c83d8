using Bunit;
using GameNight.Identity.Access;
using GameNight.Observations.Sqlite;
using GameNight.Storage;
using GameNight.Tests.Storage;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Identity.Access;

/// <summary>The host hands the role on, or ends it everywhere.</summary>
public sealed class HostPanelTests : BunitContext
{
    private readonly TemporaryFolder _folder = new();

    public HostPanelTests()
    {
        Services.AddSingleton<IDocumentStore>(new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance));
        Services.AddAccess();
    }

    private HostLink Link => Services.GetRequiredService<HostLink>();

    [Fact]
    public async Task NewLink_ByTheHost_IsShownAndReplacesTheOneBefore()
    {
        var before = Link.PathAndQuery;
        var panel = Open(Players.HostRole);
        await panel.FindAll("button")[0].ClickAsync();
        Assert.NotEqual(before, Link.PathAndQuery);
        Assert.EndsWith(Link.PathAndQuery, panel.Find("code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignOut_ByTheHost_EndsEverySessionAndShowsTheWayBack()
    {
        var sessions = Services.GetRequiredService<HostSessions>();
        var session = await sessions.BeginAsync("bob", default);
        var host = await sessions.FindAsync("bob", new(session), DateTimeOffset.UtcNow.AddHours(1), default);
        Assert.True(await sessions.IsCurrentAsync(host!, default));
        var panel = Open(Players.HostRole);
        await panel.FindAll("button")[1].ClickAsync();
        Assert.False(await sessions.IsCurrentAsync(host!, default));
        Assert.Contains("All hosts are signed out", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("button"));
        Assert.EndsWith(Link.PathAndQuery, panel.Find("code").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_ByAPlayer_ChangeNothing()
    {
        var before = Link.PathAndQuery;
        var panel = Open(role: null);
        foreach (var button in new[] { 0, 1 })
            await panel.FindAll("button")[button].ClickAsync();
        Assert.Equal(before, Link.PathAndQuery);
        Assert.Equal("You’re no longer the host, so nothing was changed.", panel.Find("[role=alert]").TextContent);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    private IRenderedComponent<HostPanel> Open(string? role) => Render<HostPanel>(
        panel => panel.AddCascadingValue(Task.FromResult(new AuthenticationState(Players.Player("ann", role)))));
}
