using System.Collections.Concurrent;
using System.Text;
using GameNight.BrowserTests.Harness;
using GameNight.BrowserTests.Pages;
using Microsoft.Playwright;

namespace GameNight.BrowserTests.Journeys;

public sealed class MessagesJourney(SharedGame table) : Journey(table)
{
    // What the page sends only because the server said something, and the sign of life that is due every few seconds.
    private static readonly string[] Replies = ["OnRenderCompleted", "EndInvokeJSFromDotNet"];
    private static readonly byte[] Ping = [2, 0x91, 6];

    [BrowserFact]
    public Task MovingPen_SendsNothing_AndTheEndOfEachStrokeOneMessage() => VisitAsync(async page =>
    {
        var messages = new ConcurrentQueue<string>();
        page.WebSocket += (_, socket) => socket.FrameSent += (_, frame) => Note(frame, messages);
        var play = new PlayPage(page);
        await play.OpenAsync();
        messages.Clear();

        await page.Mouse.MoveAsync(400, 300);
        await play.DrawAsync(Digits.Four);
        await play.DrawAsync(Digits.Of(8));
        // Messages arrive in order: with the answer here, all that were sent before the guess have been noted.
        await play.GuessAsync();

        var drawn = messages.TakeWhile(message => message.Contains("InkDrawn", StringComparison.Ordinal)).Count();
        Assert.Equal(Digits.Four.Strokes.Count + Digits.Of(8).Strokes.Count, drawn);
        Assert.Equal(drawn + 1, messages.Count);
    });

    private static void Note(IWebSocketFrame frame, ConcurrentQueue<string> messages)
    {
        var message = frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []);
        if (!frame.Binary.AsSpan().SequenceEqual(Ping) && !Replies.Any(reply => message.Contains(reply, StringComparison.Ordinal)))
            messages.Enqueue(message);
    }
}
