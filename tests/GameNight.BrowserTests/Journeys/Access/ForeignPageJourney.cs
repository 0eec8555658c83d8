using System.Net;
using GameNight.BrowserTests.Harness;
using GameNight.Tests;

namespace GameNight.BrowserTests.Journeys.Access;

/// <summary>A page of another port, to which the browser sends the game's cookies along.</summary>
public sealed class ForeignPageJourney(SharedGame shared) : Journey(shared)
{
    private const string Negotiate =
        "async game => { const answer = await fetch(`${game}_blazor/negotiate?negotiateVersion=1`,"
        + " { method: 'POST', mode: 'no-cors', credentials: 'include' }); return answer.type; }";

    private const string Open =
        "game => new Promise(resolve => { const socket = new WebSocket(`${game.replace('http', 'ws')}_blazor`);"
        + " socket.onopen = () => resolve('open'); socket.onerror = () => resolve('refused'); })";

    [BrowserFact]
    public Task Circuit_FromAnotherOrigin_IsRefused() => VisitAsync(async page =>
    {
        var game = Game.Address!.ToString();
        await page.GotoAsync("/about");
        Assert.Equal("open", await page.EvaluateAsync<string>(Open, game));

        using var foreign = new HttpListener();
        var address = $"http://127.0.0.1:{ServerPort.Take()}/";
        foreign.Prefixes.Add(address);
        foreign.Start();
        var serving = ServeAsync(foreign);
        await page.GotoAsync(address);
        await serving;
        var negotiated = page.WaitForResponseAsync(answer => answer.Url.Contains("/_blazor/negotiate", StringComparison.Ordinal));
        await page.EvaluateAsync<string>(Negotiate, game);
        Assert.Equal(403, (await negotiated).Status);
        Assert.Equal("refused", await page.EvaluateAsync<string>(Open, game));
    });

    /// <summary>Answers one request with a page.</summary>
    private static async Task ServeAsync(HttpListener server)
    {
        var response = (await server.GetContextAsync()).Response;
        response.ContentType = "text/html";
        response.Close("<h1>Free pizza</h1>"u8.ToArray(), willBlock: false);
    }
}
