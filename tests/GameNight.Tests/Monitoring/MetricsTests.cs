using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace GameNight.Tests.Monitoring;

public sealed partial class MetricsTests(GameServer server) : IClassFixture<GameServer>
{
    [Fact]
    public async Task Metrics_AfterAPlayAndAnAnswer_HaveMoved()
    {
        using var host = server.NewHost();
        var before = await ReadAsync(host);
        using var player = server.NewPlayer();
        var played = await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven));
        var id = (await played.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        (await player.PutAsync($"/api/observations/{id}/label", SampleDrawings.Json("""{"label":7}"""))).EnsureSuccessStatusCode();

        var after = await ReadAsync(host);

        foreach (var moved in (string[])
        [
            "gamenight_plays_total", "gamenight_answers_total",
            """gamenight_guess_duration_seconds_count{algorithm="mnist-cnn",outcome="ok"}""",
            """gamenight_guess_duration_seconds_bucket{algorithm="mnist-cnn",outcome="ok",le="+Inf"}""",
            """gamenight_store_duration_seconds_count{store="observations",outcome="ok"}""",
        ])
        {
            Assert.True(after[moved] > before.GetValueOrDefault(moved), moved);
        }

        Assert.True(after["""gamenight_registry_reads_total{outcome="ok"}"""] > 0);
        Assert.True(after["gamenight_memory_managed_bytes"] > 1 << 20);
        Assert.True(after["gamenight_memory_working_set_bytes"] > 1 << 20);
        Assert.True(after["gamenight_contestants"] > 0);
        Assert.Equal(0, after["gamenight_backlog_plays"]);
    }

    [Fact]
    public async Task Metrics_InTheTextFormat_HaveATypeForEverySeriesAndGrowingBuckets()
    {
        using var host = server.NewHost();
        (await host.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.One))).EnsureSuccessStatusCode();
        var response = await host.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal("", lines[^1]);
        var types = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')).ToList();
        Assert.Equal(types.Count, types.Select(type => type[2]).Distinct().Count());
        Assert.All(lines[..^1], line => Assert.Matches(Line(), line));
        Assert.All(lines[..^1].Where(line => line[0] != '#'), line => Assert.Contains(types, type =>
            Regex.IsMatch(line, $"^{type[2]}{(type[3] == "histogram" ? "_(bucket|sum|count)" : "")}[{{ ]")));
        const string start = """gamenight_guess_duration_seconds_bucket{algorithm="k-means",""";
        var buckets = lines.Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(ValueOf).ToList();
        Assert.NotEmpty(buckets);
        Assert.Equal(buckets.Order(), buckets);
    }

    [Fact]
    public async Task Metrics_OfAnybodyElse_AreRefused()
    {
        using var player = server.NewPlayer();
        Assert.Equal(HttpStatusCode.Forbidden, (await player.GetAsync("/metrics")).StatusCode);
        player.DefaultRequestHeaders.Authorization = new("Bearer", "not-the-token");
        Assert.Equal(HttpStatusCode.Forbidden, (await player.GetAsync("/metrics")).StatusCode);
    }

    [Theory]
    [InlineData("10.0.0.0/8", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.0/8, 127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", HttpStatusCode.OK)]
    public async Task Metrics_ByAddress_AreForThoseThatAreAllowed(string allowed, HttpStatusCode expected)
    {
        var allowing = GameServer.With($"--GameNight:Metrics:Allow={allowed}", "--GameNight:Training:Enabled=false");
        await allowing.InitializeAsync();
        using (var anybody = allowing.NewPlayer())
            Assert.Equal(expected, (await anybody.GetAsync("/metrics")).StatusCode);
        await allowing.DisposeAsync();
    }

    [Fact]
    public async Task Otlp_WithACollector_SendsMetricsAndTraces()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = WebApplication.CreateSlimBuilder().Build();
        collector.Urls.Add("http://127.0.0.1:0");
        collector.MapPost("/{**path}", (string path) => received.Enqueue(path));
        await collector.StartAsync();
        var sending = GameServer.With($"--GameNight:Metrics:Otlp={collector.Urls.First()}", "--GameNight:Training:Enabled=false");
        await sending.InitializeAsync();
        using (var player = sending.NewPlayer())
            (await player.PostAsync("/api/observations", SampleDrawings.Play(SampleDrawings.Seven))).EnsureSuccessStatusCode();

        // What is left is sent at the end.
        await sending.DisposeAsync();

        Assert.Contains("v1/metrics", received);
        Assert.Contains("v1/traces", received);
    }

    private static async Task<Dictionary<string, double>> ReadAsync(HttpClient client) => (await client.GetStringAsync("/metrics"))
        .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')
        .ToDictionary(line => line[..line.LastIndexOf(' ')], ValueOf);

    private static double ValueOf(string line) => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);

    [GeneratedRegex("""
        ^(\# HELP [a-z_]+ \S.*|\# TYPE [a-z_]+ (counter|gauge|histogram)|[a-z_]+(\{([a-z_]+="[^"\n]*",?)+\})? [0-9.E+-]+)$
        """)]
    private static partial Regex Line();
}
