using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.BrowserTests.Harness;

/// <summary>A house in which everybody writes the digits mirrored: what the contestants misread at first and can learn.</summary>
public static class MirroredHandwriting
{
    private const int Players = 12;

    /// <summary>One person's way to write a digit: mirrored, and each time a little different.</summary>
    public static Drawing Write(int digit, Random random)
    {
        var (width, height, slant) = (Between(0.75, 1.15), Between(0.85, 1.1), Between(-0.2, 0.2));
        return Digits.Of(digit).Map(spot => new Spot(
            100 - (spot.X * width + slant * spot.Y) + Between(-1, 1),
            spot.Y * height + Between(-1, 1)));

        double Between(double least, double most) => least + (most - least) * random.NextDouble();
    }

    /// <summary>Everybody plays and marks, over HTTP.</summary>
    /// <param name="games">The game, or several that share a store: everything is done on each by turns.</param>
    /// <param name="token">The host's: it names the players.</param>
    /// <param name="marks">How many.</param>
    public static async Task PlayAsync(IReadOnlyList<Uri> games, string token, int marks)
    {
        using var host = new HttpClient { DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        for (var i = 0; i < marks; i++)
        {
            var game = games[i % games.Count];
            var digit = i % 10;
            using var observed = await host.PostAsJsonAsync(new Uri(game, "api/observations"), new { algorithm = "app-network", player = $"player {i / 10 % Players}", strokes = Write(digit, new Random(i)).ToStrokes() });
            observed.EnsureSuccessStatusCode();
            var id = (await observed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
            using var marked = await host.PutAsJsonAsync(new Uri(game, $"api/observations/{id}/label"), new { label = digit });
            marked.EnsureSuccessStatusCode();
        }
    }
}
