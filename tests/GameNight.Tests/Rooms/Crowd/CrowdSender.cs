using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.Tests.Rooms.Crowd;

/// <summary>Sends commands as a phone does: under the same id until there is an answer, and now and then twice.</summary>
/// <param name="http">The phone's client.</param>
/// <param name="code">The room's code.</param>
/// <param name="figures">For what comes back.</param>
/// <param name="twice">The share of commands that are sent twice, 0 to 1.</param>
internal sealed class CrowdSender(HttpClient http, string code, CrowdFigures figures, double twice)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private static int _ids;

    /// <param name="command">What is sent, given the id.</param>
    /// <param name="random">Decides whether it is sent twice.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the game has acknowledged it.</returns>
    public async Task<bool> SendAsync(Func<string, object> command, Random random, CancellationToken cancellation)
    {
        var body = command($"crowd-{Environment.ProcessId}-{Interlocked.Increment(ref _ids)}");
        var isRepeated = random.NextDouble() < twice;
        var answers = isRepeated
            ? await Task.WhenAll(AnswerAsync(body, cancellation), LaterAsync(body, random, cancellation))
            : [await AnswerAsync(body, cancellation)];
        if (isRepeated)
            figures.Repeat(answers[0] == answers[1]);
        var (status, text) = answers[0];
        if (status == HttpStatusCode.OK)
            figures.Acknowledge();
        else
            figures.Refuse($"{(int)status} {text}");
        return status == HttpStatusCode.OK;
    }

    private async Task<(HttpStatusCode Status, string Text)> LaterAsync(object body, Random random, CancellationToken cancellation)
    {
        await Task.Delay(random.Next(30), cancellation);
        return await AnswerAsync(body, cancellation);
    }

    private async Task<(HttpStatusCode Status, string Text)> AnswerAsync(object body, CancellationToken cancellation)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var start = TimeProvider.System.GetTimestamp();
            try
            {
                using var answer = await http.PostAsJsonAsync($"/api/rooms/{code}/commands", body, cancellation);
                var text = await answer.Content.ReadAsStringAsync(cancellation);
                if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable)
                {
                    if (isFirst)
                        figures.Commands.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
                    return (answer.StatusCode, answer.IsSuccessStatusCode ? text : DetailOf(text));
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // The game is away; it will be back.
            }

            figures.Miss();
            await Task.Delay(Pause, cancellation);
        }
    }

    private static string DetailOf(string problem) =>
        JsonDocument.Parse(problem).RootElement.TryGetProperty("detail", out var detail) ? $"{detail}" : problem;
}
