using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GameNight.Identity.Names;
using GameNight.Recognition.Guessing;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>Measures requests for a game's charts and statistics.</summary>
/// <param name="game">The game.</param>
/// <param name="requests">The number of requests of each kind.</param>
internal sealed class ScoreboardVisit(GameProcess game, int requests)
{
    private static readonly string[] Inputs = ["touch", "mouse", "pen"];

    // Each request has a number, so that its filter is unlike all before.
    private int _number;

    /// <summary>Waits until all observations are counted.</summary>
    /// <returns>The number of counted drawings.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            using var response = await game.Http.GetAsync("/api/statistics", cancellation);
            if (response.IsSuccessStatusCode)
                return (int)(await response.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["observations"]!;
            await Task.Delay(20, cancellation);
        }
    }

    public async Task WarmUpAsync(CancellationToken cancellation)
    {
        for (var i = 0; i < 10; i++)
        {
            await GetAsync($"/charts?{NewFilter()}", cancellation);
            await GetAsync($"/api/statistics?{NewTimes()}", cancellation);
        }
    }

    /// <summary>Measures the charts and the statistics, with new filters and with a cached one.</summary>
    public async Task MeasureAsync(CancellationToken cancellation)
    {
        await MeasureAsync("/charts, a new filter each time", () => $"/charts?{NewFilter()}", cancellation);
        await MeasureAsync("/charts, the same again", () => "/charts", cancellation);
        await MeasureAsync("/charts with the drawings of a cell, a new one each time", () => $"/charts?{NewCell()}", cancellation);
        await MeasureAsync("/tonight, the same again", () => "/tonight", cancellation);
        await MeasureAsync("/api/statistics, a new filter each time", () => $"/api/statistics?{NewTimes()}", cancellation);
        await MeasureAsync("/api/statistics, the same again", () => "/api/statistics", cancellation);
    }

    /// <summary>Changes labels, and waits after each until the statistics have changed.</summary>
    public async Task MeasureLabelsAsync(CancellationToken cancellation)
    {
        var saved = new Durations("a label, until it is saved");
        var counted = new Durations("a label, until /api/statistics has counted it");
        var page = await game.Http.GetFromJsonAsync<JsonObject>($"/api/observations?limit={requests}", cancellation);
        var plays = page!["items"]!.AsArray();
        var before = await TextAsync("/api/statistics", cancellation);
        foreach (var play in plays.Where(play => play!["label"] is not null && !(bool)play["excluded"]!))
        {
            var (start, digit) = (game.Clock.Elapsed, ((int)play!["label"]!["digit"]! + 1) % OnnxClassifier.Digits);
            var path = $"/api/observations/{play["id"]}/label";
            using var response = await game.Http.PutAsJsonAsync(path, new { label = digit }, cancellation);
            response.EnsureSuccessStatusCode();
            saved.Add(game.Clock.Elapsed - start);
            string now;
            while ((now = await TextAsync("/api/statistics", cancellation)) == before)
                await Task.Delay(1, cancellation);
            counted.Add(game.Clock.Elapsed - start);
            before = now;
        }

        Console.WriteLine($"{saved}\n{counted}");
    }

    private async Task MeasureAsync(string title, Func<string> path, CancellationToken cancellation)
    {
        var (first, complete, size) = (new Durations($"{title}, first byte"), new Durations($"{title}, complete"), 0);
        for (var i = 0; i < requests; i++)
        {
            var response = await GetAsync(path(), cancellation);
            first.Add(response.First);
            complete.Add(response.Complete);
            size = response.Size;
        }

        Console.WriteLine($"{first}\n{complete}; {size / 1e3:N0} kB");
    }

    /// <summary>A new range of times, mostly with one more condition.</summary>
    private string NewFilter() => $"{NewTimes()}&" + (_number % 4) switch
    {
        0 => $"player={PlayerHandle.Of($"simulated-{_number}")}",
        1 => $"input={Inputs[_number / 4 % Inputs.Length]}",
        2 => $"algorithm={Contestants.Shipped[_number / 4 % Contestants.Shipped.Count]}",
        _ => "",
    };

    /// <summary>A cell of a confusion matrix.</summary>
    private string NewCell() => string.Create(
        CultureInfo.InvariantCulture,
        $"{NewTimes()}&of={Contestants.Shipped[_number % Contestants.Shipped.Count]}&drawn={_number % 10}&taken={_number / 10 % 10}");

    /// <summary>A range that excludes only a few seconds of the year 2000, so that nearly everything is counted.</summary>
    private string NewTimes() =>
        string.Create(CultureInfo.InvariantCulture, $"from={new DateTime(2000, 1, 1).AddSeconds(++_number):s}");

    private async Task<string> TextAsync(string path, CancellationToken cancellation) => await game.Http.GetStringAsync(path, cancellation);

    private async Task<(TimeSpan First, TimeSpan Complete, int Size)> GetAsync(string path, CancellationToken cancellation)
    {
        var start = game.Clock.Elapsed;
        using var response = await game.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellation);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var (buffer, size) = (new byte[1 << 16], await body.ReadAsync(new byte[1], cancellation));
        var first = game.Clock.Elapsed - start;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            size += read;
        return (first, game.Clock.Elapsed - start, size);
    }
}
