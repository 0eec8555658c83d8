using System.Net;
using GameNight.Identity.Access;
using GameNight.Tests.Identity.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GameNight.Tests.Pages;

public sealed class HostLinkPageTests(HostServer server) : IClassFixture<HostServer>
{
    /// <summary>It was a bare line of text that said to restart the game.</summary>
    [Fact]
    public async Task Link_UsedByAnother_IsRefusedOnAPageThatSaysWhatToDo()
    {
        var answer = await server.Game.NewPlayer().GetAsync("/host?key=used");
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("<h1>This host link no longer works</h1>", page, StringComparison.Ordinal);
        Assert.Contains("“New host link” on their page Models", page, StringComparison.Ordinal);
        Assert.Contains("class=\"wordmark\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_UsedByThisBrowser_LeadsOn()
    {
        var answer = await server.Browser.GetAsync("/host?key=used");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("<h1>You’re the host already</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Go on to the game", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_UnusedAndOpenedByTheHost_StaysForAnotherBrowser()
    {
        var link = server.Game.Services.GetRequiredService<HostLink>().Renew();
        Assert.Equal("/", (await server.Browser.GetAsync(link)).RequestMessage!.RequestUri!.AbsolutePath);
        using var other = server.Game.NewPlayer();
        Assert.Equal("/", (await other.GetAsync(link)).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/training-runs")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await server.Game.NewPlayer().GetAsync(link)).StatusCode);
    }
}
