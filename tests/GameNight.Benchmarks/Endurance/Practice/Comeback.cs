using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Benchmarks.Scoreboard;

namespace GameNight.Benchmarks.Endurance.Practice;

/// <summary>A game with default limits that is there again, and browsers behind one address that have waited for it.</summary>
/// <param name="players">How many browsers.</param>
/// <param name="plays">How many drawings each has.</param>
internal sealed class Comeback(int players, int plays)
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Latencies _sent = new();
    private readonly DrawnInk _drawings = DrawnInk.MadeUp;

    /// <returns>Whether each drawing is there, and once.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("game-night-").FullName;
        try
        {
            await using var game = await GameProcess.StartAsync(folder, cancellation);
            var kept = await Task.WhenAll(
                Enumerable.Range(0, players).Select(number => SendAllAsync(game.Http.BaseAddress!, new Random(number), cancellation)));
            var wrong = kept.Sum(count => Math.Abs(count - plays));
            Console.WriteLine(
                $"{players} browsers behind one address with {plays} drawings each: all sent, and sent again, after "
                + $"{_clock.Elapsed.TotalSeconds:N1} s.");
            Console.WriteLine($"  a drawing: {_sent.Within(TimeSpan.Zero)}");
            Console.WriteLine($"  lost or doubled: {wrong}");
            Console.WriteLine($"  memory: {new ProcessFigures(game.Id).Peak / 1e6:N0} MB at most");
            return wrong == 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One drawing after the other, as the page does it; after a refusal, as long later as the game asks for.</summary>
    /// <returns>How many drawings the game has of this player.</returns>
    private async Task<int> SendAllAsync(Uri game, Random random, CancellationToken cancellation)
    {
        using var browser = Client.From(IPAddress.Parse("127.0.0.4"), game);
        for (var play = 0; play < plays; play++)
        {
            var (ink, digit) = _drawings.Next(random);
            var body = new { algorithm = "mnist-cnn", strokes = ink.ToStrokes(), input = "touch", label = digit, age = 60_000 };
            var id = Guid.NewGuid();
            foreach (var expected in new[] { HttpStatusCode.Created, HttpStatusCode.OK })
            {
                var status = await SendAsync(browser, id, body, cancellation);
                if (status != expected)
                    Console.WriteLine($"  drawing {id}: {(int)status} instead of {(int)expected}");
            }
        }

        var mine = await browser.GetFromJsonAsync<JsonElement>("/api/players/me", cancellation);
        return mine.GetProperty("observations").GetInt32();
    }

    private async Task<HttpStatusCode> SendAsync<T>(HttpClient browser, Guid id, T body, CancellationToken cancellation)
    {
        while (true)
        {
            var start = _clock.Elapsed;
            using var answer = await browser.PutAsJsonAsync($"/api/observations/{id}", body, cancellation);
            if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable))
            {
                _sent.Add(start, _clock.Elapsed - start);
                return answer.StatusCode;
            }

            await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellation);
        }
    }
}
