using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.Endurance;

/// <summary>A player over the API, with a cookie: guesses, plays and marks, each timed.</summary>
/// <param name="game">The game.</param>
/// <param name="from">The player's address.</param>
/// <param name="clock">The measurement's clock.</param>
/// <param name="ledger">Where what the game acknowledges is noted.</param>
internal sealed class Player(Uri game, IPAddress from, Stopwatch clock, Ledger ledger) : IDisposable
{
    /// <summary>The player's calls.</summary>
    public HttpClient Http { get; } = Client.From(from, game);

    public Latencies Guesses { get; } = new();

    public Latencies Plays { get; init; } = new();

    /// <summary>A play of a made-up digit, as JSON.</summary>
    public static string Play(Random random, out int digit) => Play(StrokeSkeletons.Draw(digit = random.Next(10), random));

    public static string Play(Ink ink) => $$"""{"algorithm":"mnist-cnn","strokes":{{JsonSerializer.Serialize(ink)}}}""";

    /// <summary>Loads a page, which gives the player a cookie: two first calls at once would make two players.</summary>
    /// <exception cref="HttpRequestException">It is refused, or there is no answer.</exception>
    public async Task ComeAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { Accept = { new("text/html") } } };
        using var page = await Http.SendAsync(request, cancellation);
        page.EnsureSuccessStatusCode();
    }

    /// <summary>Has a drawing guessed.</summary>
    /// <exception cref="HttpRequestException">It is refused, or there is no answer.</exception>
    public async Task GuessAsync(Ink ink, CancellationToken cancellation)
    {
        var start = clock.Elapsed;
        try
        {
            var body = Json($$"""{"strokes":{{JsonSerializer.Serialize(ink)}}}""");
            using var answer = await Http.PostAsync("/api/algorithms/mnist-cnn/predictions", body, cancellation);
            answer.EnsureSuccessStatusCode();
        }
        finally
        {
            // One that fails after a long time has taken that time.
            Guesses.Add(start, clock.Elapsed - start);
        }
    }

    /// <summary>Records a drawing and marks it.</summary>
    /// <exception cref="HttpRequestException">It is refused, or there is no answer.</exception>
    public async Task PlayAsync(Ink ink, int digit, CancellationToken cancellation)
    {
        var start = clock.Elapsed;
        using var played = await Http.PostAsync("/api/observations", Json(Play(ink)), cancellation);
        played.EnsureSuccessStatusCode();
        Plays.Add(start, clock.Elapsed - start);
        var id = (await played.Content.ReadFromJsonAsync<JsonElement>(cancellation)).GetProperty("id").GetGuid();
        ledger.AddPlay(id);
        using var marked = await Http.PutAsync($"/api/observations/{id}/label", Json($$"""{"label":{{digit}}}"""), cancellation);
        marked.EnsureSuccessStatusCode();
        ledger.AddMark(id, digit);
    }

    public void Dispose() => Http.Dispose();

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
