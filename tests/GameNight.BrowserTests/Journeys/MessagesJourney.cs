using System.Collections.Concurrent;
using System.Text;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

public sealed class MessagesJourney(SharedGame shared) : Journey(shared)
{
    // Messages that the page sends in reply to the server, and SignalR's ping.
    private static readonly string[] Replies = ["OnRenderCompleted", "EndInvokeJSFromDotNet"];
    private static readonly byte[] Ping = [2, 0x91, 6];

    [BrowserFact]
    public Task Drawing_TwoDigits_SendsOneMessageForEachStroke() => VisitAsync(async page =>
    {
        var messages = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => Record(frame, messages);
        // This browser guesses nothing itself: the server is told of each stroke.
        await page.RouteAsync("**/practice/**", file => file.AbortAsync());
        var play = new PlayPage(page);
        await play.OpenAsync();
        messages.Clear();

        await page.Mouse.MoveAsync(400, 300);
        await play.DrawAsync(Digits.Four);
        await play.DrawAsync(Digits.Of(8));
        // Messages are sent in order, so that after the answer all earlier ones have been recorded.
        await play.GuessAsync();

        var drawn = messages.TakeWhile(message => message.Contains("InkDrawn", StringComparison.Ordinal)).Count();
        Assert.Equal(Digits.Four.Strokes.Count + Digits.Of(8).Strokes.Count, drawn);
        Assert.Equal(drawn + 1, messages.Count);
    });

    private static void Record(IWebSocketFrame frame, ConcurrentQueue<string> messages)
    {
        var message = frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []);
        if (!frame.Binary.AsSpan().SequenceEqual(Ping) && !Replies.Any(reply => message.Contains(reply, StringComparison.Ordinal)))
            messages.Enqueue(message);
    }
}
