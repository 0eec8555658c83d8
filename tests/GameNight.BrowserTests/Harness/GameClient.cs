using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace GameNight.BrowserTests.Harness;

/// <summary>A player over HTTP, with a cookie.</summary>
public sealed class GameClient(Uri game) : IDisposable
{
    private static int _observed;

    private readonly HttpClient _http = new() { BaseAddress = game };

    /// <summary>The number of stored drawings.</summary>
    public Task<int> ObservationsAsync() => CountAsync("observations");

    /// <summary>The number of labelled drawings.</summary>
    public Task<int> LabelledAsync() => CountAsync("labelled");

    /// <summary>The statistics with everything that the game has accepted, also with what was on its way to the database.</summary>
    public async Task<JsonElement> StatisticsAsync()
    {
        await Eventually.TrueAsync(async () => await BacklogAsync() == 0, "nothing waits for the database");
        return await _http.GetStatisticsAsync();
    }

    public Task<JsonElement> AlgorithmsAsync() => _http.GetFromJsonAsync<JsonElement>("api/algorithms");

    /// <summary>The name of an algorithm on pages.</summary>
    public async Task<string> NameAsync(string id)
    {
        var algorithms = (await AlgorithmsAsync()).EnumerateArray();
        return algorithms.First(algorithm => algorithm.GetProperty("id").GetString() == id).GetProperty("name").GetString()!;
    }

    public Task<HttpResponseMessage> PredictAsync(Drawing drawing) =>
        _http.PostAsJsonAsync("api/algorithms/mnist-cnn/predictions", new { strokes = drawing.ToStrokes() });

    /// <summary>
    /// Has a drawing guessed and stored, and returns the id of the observation. Each is moved a little: the same points again would not
    /// count.
    /// </summary>
    public async Task<string> ObserveAsync(Drawing drawing)
    {
        var moved = drawing.Move(Interlocked.Increment(ref _observed), 0);
        var request = new { algorithm = "mnist-cnn", strokes = moved.ToStrokes() };
        using var response = await _http.PostAsJsonAsync("api/observations", request);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Labels an observation, and returns when the game has answered that the label is stored.</summary>
    public async Task MarkAsync(string id, int digit)
    {
        using var response = await _http.PutAsJsonAsync($"api/observations/{id}/label", new { label = digit });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    /// <summary>The number of observations that wait for the database.</summary>
    public async Task<int> BacklogAsync() =>
        (await _http.GetFromJsonAsync<JsonElement>("health/ready")).GetProperty("backlog").GetInt32();

    public void Dispose() => _http.Dispose();

    private async Task<int> CountAsync(string property) => (await StatisticsAsync()).GetProperty(property).GetInt32();
}
