using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.BrowserTests.Harness;

/// <summary>A program that plays over HTTP: one player with a cookie.</summary>
public sealed class GameClient(Uri game) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = game };

    /// <summary>How many drawings are stored.</summary>
    public Task<int> ObservationsAsync() => CountAsync("observations");

    /// <summary>How many of them are marked.</summary>
    public Task<int> LabelledAsync() => CountAsync("labelled");

    public Task<JsonElement> StatisticsAsync() => _http.GetFromJsonAsync<JsonElement>("api/statistics");

    public Task<JsonElement> AlgorithmsAsync() => _http.GetFromJsonAsync<JsonElement>("api/algorithms");

    /// <summary>What people call an algorithm.</summary>
    public async Task<string> NameAsync(string algorithm) =>
        (await AlgorithmsAsync()).EnumerateArray().First(a => a.GetProperty("id").GetString() == algorithm).GetProperty("name").GetString()!;

    public Task<HttpResponseMessage> PredictAsync(Drawing drawing) =>
        _http.PostAsJsonAsync("api/algorithms/mnist-cnn/predictions", new { strokes = drawing.ToStrokes() });

    /// <returns>The id of the stored observation.</returns>
    public async Task<string> ObserveAsync(Drawing drawing)
    {
        using var response = await _http.PostAsJsonAsync("api/observations", new { algorithm = "mnist-cnn", strokes = drawing.ToStrokes() });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Comes back when the game has answered that the mark is kept.</summary>
    public async Task MarkAsync(string id, int digit)
    {
        using var response = await _http.PutAsJsonAsync($"api/observations/{id}/label", new { label = digit });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>How many plays wait for the database.</summary>
    public async Task<int> BacklogAsync() => (await _http.GetFromJsonAsync<JsonElement>("health/ready")).GetProperty("backlog").GetInt32();

    public void Dispose() => _http.Dispose();

    private async Task<int> CountAsync(string what) => (await StatisticsAsync()).GetProperty(what).GetInt32();
}
