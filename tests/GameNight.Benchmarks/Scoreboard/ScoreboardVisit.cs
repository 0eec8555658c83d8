using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GameNight.Identity.Names;
using GameNight.Recognition.Guessing;

namespace GameNight.Benchmarks.Scoreboard;

/// <summary>Asks a game for its charts in many ways, and notes how long it takes.</summary>
internal sealed class ScoreboardVisit(GameProcess game, int requests)
{
    private static readonly string[] Inputs = ["touch", "mouse", "pen"];

    private int _asked;

    /// <summary>Until everything is counted.</summary>
    /// <returns>How many drawings count.</returns>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = await game.Http.GetAsync("/api/statistics", cancellation);
            if (answer.IsSuccessStatusCode)
                return (int)(await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!["observations"]!;
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

    /// <param name="what">For the figures' names.</param>
    /// <param name="address">Makes the address of the next request.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task MeasureAsync(string what, Func<string> address, CancellationToken cancellation)
    {
        var (first, complete, size) = (new Durations($"{what}, first byte"), new Durations($"{what}, complete"), 0);
        for (var i = 0; i < requests; i++)
        {
            var took = await GetAsync(address(), cancellation);
            first.Add(took.First);
            complete.Add(took.Complete);
            size = took.Size;
        }

        Console.WriteLine($"{first}\n{complete}; {size / 1e3:N0} kB");
    }

    public async Task MeasureAsync(CancellationToken cancellation)
    {
        await MeasureAsync("/charts, a filter that nobody asked for before", () => $"/charts?{NewFilter()}", cancellation);
        await MeasureAsync("/charts, the same again", () => "/charts", cancellation);
        await MeasureAsync("/charts with the drawings behind a cell, another one each time", () => $"/charts?{NewCell()}", cancellation);
        await MeasureAsync("/api/statistics, a filter that nobody asked for before", () => $"/api/statistics?{NewTimes()}", cancellation);
        await MeasureAsync("/api/statistics, the same again", () => "/api/statistics", cancellation);
    }

    /// <summary>Marks drawings anew, and waits each time until the statistics have another count of right guesses.</summary>
    public async Task MarkAsync(CancellationToken cancellation)
    {
        var (marked, seen) = (new Durations("a mark, saved"), new Durations("a mark, from its PUT until /api/statistics has counted it"));
        var plays = (await game.Http.GetFromJsonAsync<JsonObject>($"/api/observations?limit={requests}", cancellation))!["items"]!.AsArray();
        var before = await TextAsync("/api/statistics", cancellation);
        foreach (var play in plays.Where(play => play!["label"] is not null && !(bool)play["excluded"]!))
        {
            var (start, digit) = (game.Clock.Elapsed, ((int)play!["label"]!["digit"]! + 1) % OnnxClassifier.Digits);
            using var answer = await game.Http.PutAsJsonAsync($"/api/observations/{play["id"]}/label", new { label = digit }, cancellation);
            answer.EnsureSuccessStatusCode();
            marked.Add(game.Clock.Elapsed - start);
            string now;
            while ((now = await TextAsync("/api/statistics", cancellation)) == before)
                await Task.Delay(1, cancellation);
            seen.Add(game.Clock.Elapsed - start);
            before = now;
        }

        Console.WriteLine($"{marked}\n{seen}");
    }

    private string NewFilter() => $"{NewTimes()}&" + (_asked % 4) switch
    {
        0 => $"player={PlayerHandle.Of($"simulated-{_asked}")}",
        1 => $"input={Inputs[_asked / 4 % Inputs.Length]}",
        2 => $"algorithm={Contestants.Shipped[_asked / 4 % Contestants.Shipped.Count]}",
        _ => "",
    };

    /// <summary>A mistake, or what was right.</summary>
    private string NewCell() => string.Create(CultureInfo.InvariantCulture, $"{NewTimes()}&of={Contestants.Shipped[_asked % Contestants.Shipped.Count]}&drawn={_asked % 10}&taken={_asked / 10 % 10}");

    /// <summary>All but a few seconds that no filter before had, so that there is hardly less to count than without one.</summary>
    private string NewTimes() => string.Create(CultureInfo.InvariantCulture, $"from={new DateTime(2000, 1, 1).AddSeconds(++_asked):s}");

    private async Task<string> TextAsync(string address, CancellationToken cancellation) => await game.Http.GetStringAsync(address, cancellation);

    private async Task<(TimeSpan First, TimeSpan Complete, int Size)> GetAsync(string address, CancellationToken cancellation)
    {
        var start = game.Clock.Elapsed;
        using var answer = await game.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        var (buffer, size) = (new byte[1 << 16], await body.ReadAsync(new byte[1], cancellation));
        var first = game.Clock.Elapsed - start;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            size += read;
        return (first, game.Clock.Elapsed - start, size);
    }
}
