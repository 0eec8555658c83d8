using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.BrowserTests.Harness;

/// <summary>Players who write the digits mirrored, which the contestants misread at first and can learn.</summary>
public static class MirroredHandwriting
{
    private const int Players = 12;

    /// <summary>A mirrored digit with random proportions, slant and noise.</summary>
    public static Drawing Write(int digit, Random random)
    {
        var (width, height, slant) = (Between(0.75, 1.15), Between(0.85, 1.1), Between(-0.2, 0.2));
        return Digits.Of(digit).Map(spot => new Spot(
            100 - (spot.X * width + slant * spot.Y) + Between(-1, 1),
            spot.Y * height + Between(-1, 1)));

        double Between(double low, double high) => low + (high - low) * random.NextDouble();
    }

    /// <summary>Writes trusted ink of eight people who write so too and never play.</summary>
    /// <returns>The file, which the caller deletes.</returns>
    public static async Task<string> WriteTrustedInkAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), $"trusted-ink-{Guid.NewGuid():N}.jsonl");
        await File.WriteAllLinesAsync(path, Enumerable.Range(0, 240).Select(i => JsonSerializer.Serialize(
            new { label = i % 10, writer = i / 10 % 8, strokes = Write(i % 10, new Random(50_000 + i)).ToStrokes() })));
        return path;
    }

    /// <summary>Plays and labels drawings over HTTP.</summary>
    /// <param name="games">A game, or several with a common store, which are used in turn.</param>
    /// <param name="token">The host's token, with which requests may name their player.</param>
    /// <param name="marks">The number of drawings.</param>
    /// <param name="first">The number of the first one. Each number has its own drawing.</param>
    public static async Task PlayAsync(IReadOnlyList<Uri> games, string token, int marks, int first = 0)
    {
        using var host = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        for (var i = first; i < first + marks; i++)
        {
            var game = games[i % games.Count];
            var digit = i % 10;
            var strokes = Write(digit, new Random(i)).ToStrokes();
            var play = new { algorithm = "app-network", player = $"player {i / 10 % Players}", strokes };
            using var observed = await host.PostAsJsonAsync(new Uri(game, "api/observations"), play);
            observed.EnsureSuccessStatusCode();
            var id = (await observed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
            using var marked = await host.PutAsJsonAsync(new Uri(game, $"api/observations/{id}/label"), new { label = digit });
            marked.EnsureSuccessStatusCode();
        }
    }
}
