using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.Tests;

/// <summary>Asks a game for statistics with everything that is in its store.</summary>
internal static class CountedStatistics
{
    /// <summary>
    /// The game counts for two seconds at most, and then answers with what it has counted; only an answer that came sooner is complete.
    /// </summary>
    private static readonly TimeSpan Complete = TimeSpan.FromSeconds(1.5);

    /// <exception cref="HttpRequestException">The game answers with an error, and not because it still counts.</exception>
    /// <exception cref="TimeoutException">The game still counts after two minutes.</exception>
    public static async Task<JsonElement> GetStatisticsAsync(this HttpClient client)
    {
        using var response = await Eventually.FoundAsync(AnswerAsync, "the drawings are counted");
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>();

        async Task<HttpResponseMessage?> AnswerAsync()
        {
            var start = Stopwatch.GetTimestamp();
            var response = await client.GetAsync("/api/statistics");
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable && Stopwatch.GetElapsedTime(start) < Complete)
                return response;
            response.Dispose();
            return null;
        }
    }
}
