using System.CommandLine;
using System.Diagnostics;
using GameNight.Observations.DynamoDb;
using GameNight.Simulation;
using GameNight.Storage.DynamoDb;
using GameNight.Tests;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Benchmarks.Observations.Ceiling;

/// <summary>
/// <c>log-ceiling</c>: how many plays and marks a second several games put through one table whose answers take a while, and proof from
/// the log that each is there once and in order.
/// </summary>
internal static class LogCeilingCommand
{
    public static Command Create()
    {
        var latencies = new Option<int[]>("--latency-ms")
        {
            Description = "How long each request is held up; one measurement for each.",
            DefaultValueFactory = _ => [5, 20],
            AllowMultipleArgumentsPerToken = true,
        };
        var games = new Option<int>("--games") { Description = "How many games.", DefaultValueFactory = _ => 3 };
        var players = new Option<int>("--players") { Description = "How many players each game has.", DefaultValueFactory = _ => 24 };
        var seconds = new Option<int>("--seconds") { Description = "How long they play.", DefaultValueFactory = _ => 20 };
        var tests = new Option<DirectoryInfo>("--tests")
        {
            Description = "The folder of the tests, which have the server (npm ci).",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine("tests", "GameNight.Tests")),
        };
        var command = new Command("log-ceiling", "Measure how many plays and marks go through one table.")
        {
            latencies, games, players, seconds, tests,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            // dynalite accepts any.
            Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
            Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");
            foreach (var latency in parsed.GetRequiredValue(latencies))
            {
                await MeasureAsync(
                    parsed.GetRequiredValue(tests).FullName, TimeSpan.FromMilliseconds(latency), parsed.GetValue(games),
                    parsed.GetValue(players), TimeSpan.FromSeconds(parsed.GetValue(seconds)), cancellation);
            }
        });
        return command;
    }

    private static async Task MeasureAsync(
        string tests, TimeSpan latency, int count, int players, TimeSpan duration, CancellationToken cancellation)
    {
        var database = new NodeServer(Path.Combine(tests, "Observations", "dynamodb-server.js"), "");
        await database.StartAsync();
        try
        {
            await using var proxy = new LatencyProxy(database.Port, latency);
            // Those who only read are counted for themselves.
            await using var aside = new LatencyProxy(database.Port, latency);
            var options = new DynamoDbOptions(DynamoDbOptions.DefaultTableName, proxy.Url, Region: null);
            using var table = Open(options with { ServiceUrl = aside.Url });
            var store = new DynamoDbObservationStore(table);
            await store.CountLabelledAsync(cancellation);
            var games = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => PlayingGame.StartAsync(options, cancellation)));
            Follower[] followers = [new(store, 1000), new(store, 50), new(store, 1000)];
            using var ended = new CancellationTokenSource();
            var following = Task.WhenAll(
                followers[0].FollowAsync(ended.Token), followers[1].FollowAsync(ended.Token), followers[2].FollowChangesAsync(ended.Token));
            try
            {
                var before = Environment.CpuUsage.TotalTime;
                var elapsed = await PlayAsync(games, players, duration, cancellation);
                var (requests, processor) = (proxy.Counts, Environment.CpuUsage.TotalTime - before);
                await ended.CancelAsync();
                await following;
                var slots = await LogProof.CheckAsync(table, store, games, followers, cancellation);
                Print(latency, games, elapsed, processor, slots, requests);
            }
            finally
            {
                foreach (var game in games)
                    await game.DisposeAsync();
            }
        }
        finally
        {
            await database.StopAsync();
        }
    }

    /// <returns>How long it took until the table had everything.</returns>
    private static async Task<TimeSpan> PlayAsync(PlayingGame[] games, int players, TimeSpan duration, CancellationToken cancellation)
    {
        var drawings = new Crowd(new CrowdOptions(players, DateTimeOffset.UnixEpoch)).Play().ToList();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clock = Stopwatch.StartNew();
        end.CancelAfter(duration);
        await Task.WhenAll(games.SelectMany((game, i) => drawings.Select(
            (drawing, j) => Task.Run(() => game.PlayAsync($"player {j} of game {i}", drawing, end.Token), CancellationToken.None))));
        foreach (var game in games)
            await game.DrainedAsync(cancellation);
        return clock.Elapsed;
    }

    private static void Print(
        TimeSpan latency, PlayingGame[] games, TimeSpan elapsed, TimeSpan processor, long slots, IReadOnlyDictionary<string, int> requests)
    {
        var (done, plays) = (games.Sum(game => game.Count), games.Sum(game => game.Acknowledged.Values.Sum(own => own.Count)));
        var kinds = requests.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value / (double)plays:F2} {kind.Key}");
        Console.WriteLine(
            $"{latency.TotalMilliseconds:N0} ms, {games.Length} games: {done / elapsed.TotalSeconds:N0} plays and marks a second "
            + $"({plays:N0} plays, {done - plays:N0} marks in {elapsed.TotalSeconds:N1} s; {slots:N0} slots); "
            + $"{requests.Values.Sum() / (double)plays:F1} requests for a play with its mark: {string.Join(", ", kinds)}; "
            + $"{requests.Values.Sum() / elapsed.TotalSeconds:N0} requests a second; "
            + $"{processor.TotalMilliseconds / done:F1} ms of processor time each, with readers and proxies. "
            + "Proven: each play once, each mark in effect, no gap, every reader saw one order.");
    }

    private static DynamoDbTable Open(DynamoDbOptions options) =>
        new(options.Connect(), options, TimeProvider.System, NullLogger.Instance);
}
