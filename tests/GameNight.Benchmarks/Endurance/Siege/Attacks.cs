using System.Globalization;
using System.Text;
using GameNight.Benchmarks.Endurance.Circuits;
using GameNight.Tests.Limits;

namespace GameNight.Benchmarks.Endurance.Siege;

/// <summary>What somebody can send who wants the game to stand still. Each goes on until it is told to end.</summary>
internal static class Attacks
{
    private const string Batch = "/api/algorithms/mnist-cnn/predictions/batch";
    private const int Statistics = 150;
    private const int Cookies = 1_000;
    private const int Pages = 100;

    private static readonly TimeSpan HalfASecond = TimeSpan.FromSeconds(0.5);

    public static IReadOnlyList<(string Name, Func<Attacker, CancellationToken, Task> RunAsync)> All { get; } =
    [
        ("1,000 pictures of 1024 × 1024 a batch, eight at once, hung up after 0.5 s",
            (attacker, over) => PicturesAsync(attacker, HalfASecond, over)),
        ("the same, not hung up", (attacker, over) => PicturesAsync(attacker, hangUp: null, over)),
        ("batches of 8 MB of strokes, twelve at once", StrokesAsync),
        ($"{Statistics:N0} statistics at once, each of another time, hung up after 0.5 s", StatisticsAsync),
        ($"{Cookies:N0} cookies that store plays", CookiesAsync),
        ("four at once: a new player who plays once and has everything deleted", DeletionsAsync),
        ($"{Pages:N0} open pages that nobody looks at", PagesAsync),
    ];

    private static Task PicturesAsync(Attacker attacker, TimeSpan? hangUp, CancellationToken over)
    {
        var picture = $$"""{"png":"{{LargePicture.Of(1024)}}"}""";
        var batch = Encoding.UTF8.GetBytes($$"""{"drawings":[{{string.Join(',', Enumerable.Repeat(picture, 1_000))}}]}""");
        return AtOnceAsync(8, async _ => (await attacker.SendAsync(Post(Batch, batch), hangUp, over))?.Dispose(), over);
    }

    private static Task StrokesAsync(Attacker attacker, CancellationToken over)
    {
        // 20,000 points, the most of a drawing, and as many drawings as fit.
        var points = string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"[{i % 997},{i * 7 % 991}]"));
        var drawing = $$"""{"strokes":[[{{points}}]]}""";
        var batch = $$"""{"drawings":[{{string.Join(',', Enumerable.Repeat(drawing, ((8 << 20) - 20) / (drawing.Length + 1)))}}]}""";
        var bytes = Encoding.UTF8.GetBytes(batch);
        return AtOnceAsync(12, async _ => (await attacker.SendAsync(Post(Batch, bytes), hangUp: null, over))?.Dispose(), over);
    }

    private static Task StatisticsAsync(Attacker attacker, CancellationToken over) => AtOnceAsync(Statistics, async number =>
    {
        var from = new DateTime(2000, 1, 1).AddMinutes(number).ToString("s", CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/statistics?from={from}");
        (await attacker.SendAsync(request, HalfASecond, over))?.Dispose();
    }, over);

    private static Task CookiesAsync(Attacker attacker, CancellationToken over)
    {
        var cookies = new string?[Cookies];
        var play = Encoding.UTF8.GetBytes(Player.Play(new Random(1), out _));
        return AtOnceAsync(16, async number =>
        {
            using var request = Post("/api/observations", play);
            var cookie = cookies[number % Cookies];
            if (cookie is not null)
                request.Headers.Add("Cookie", cookie);
            using var answer = await attacker.SendAsync(request, hangUp: null, over);
            if (cookie is null && answer is not null)
                cookies[number % Cookies] = CookieOf(answer);
        }, over);
    }

    private static Task DeletionsAsync(Attacker attacker, CancellationToken over)
    {
        var play = Encoding.UTF8.GetBytes(Player.Play(new Random(1), out _));
        return AtOnceAsync(4, async _ =>
        {
            using var request = Post("/api/observations", play);
            using var answer = await attacker.SendAsync(request, hangUp: null, over);
            if (answer is null || CookieOf(answer) is not { } cookie)
                return;
            using var deletion = new HttpRequestMessage(HttpMethod.Delete, "/api/players/me") { Headers = { { "Cookie", cookie } } };
            (await attacker.SendAsync(deletion, hangUp: null, over))?.Dispose();
        }, over);
    }

    /// <returns>The player's cookie; null where the game has set none.</returns>
    private static string? CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var given) ? given.First().Split(';')[0] : null;

    private static async Task PagesAsync(Attacker attacker, CancellationToken over)
    {
        var circuits = await Task.WhenAll(Enumerable.Range(0, Pages).Select(_ => OpenAsync(attacker, over)));
        await Task.Delay(Timeout.Infinite, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var (browser, circuit) in circuits.OfType<(HttpClient, Circuit)>())
        {
            await circuit.DisposeAsync();
            browser.Dispose();
        }
    }

    private static async Task<(HttpClient Browser, Circuit Circuit)?> OpenAsync(Attacker attacker, CancellationToken over)
    {
        var browser = Client.From(Attacker.Address, attacker.Game);
        try
        {
            var circuit = await Circuit.OpenAsync(browser, "/", rendered: null, over);
            attacker.Count("open");
            return (browser, circuit);
        }
        catch (Exception e)
        {
            browser.Dispose();
            attacker.Count(over.IsCancellationRequested ? "at the end" : e.Message);
            return null;
        }
    }

    /// <summary>Has several callers each make one request after the other; they share their numbers.</summary>
    private static async Task AtOnceAsync(int callers, Func<int, Task> callAsync, CancellationToken over)
    {
        var number = -1;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                await callAsync(Interlocked.Increment(ref number));
        }, CancellationToken.None)));
    }

    private static HttpRequestMessage Post(string path, byte[] body) => new(HttpMethod.Post, path)
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
    };
}
