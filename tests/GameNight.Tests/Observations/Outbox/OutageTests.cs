using System.Diagnostics;
using System.Globalization;
using GameNight.Observations.DynamoDb;
using GameNight.Observations.Outbox;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.DynamoDb;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Xunit.Abstractions;

namespace GameNight.Tests.Observations.Outbox;

/// <summary>The real database is stopped while observations are recorded, and started again.</summary>
public sealed class OutageTests(DynamoDbFolderServer server, ITestOutputHelper output) : IClassFixture<DynamoDbFolderServer>
{
    private const int PlaysASecond = 20;

    private int _played;

    /// <summary>How long the database is stopped, in seconds: 5, or GAMENIGHT_TEST_OUTAGE.</summary>
    private static int Outage { get; } = int.Parse(
        Environment.GetEnvironmentVariable("GAMENIGHT_TEST_OUTAGE") ?? "5", CultureInfo.InvariantCulture);

    [DynaliteFact]
    public async Task Append_DuringAnOutage_ArrivesOnceAndInOrder()
    {
        using var folder = new TemporaryFolder();
        var options = server.NewOptions();
        await using var game = await OutboxFixture.StartAsync(folder.Path, new DynamoDbObservationStore(DynamoDbServer.Open(options)));
        using var end = new CancellationTokenSource();
        var playing = PlayAsync(game.Store, end.Token);

        int waited;
        TimeSpan reached;
        var back = new Stopwatch();
        try
        {
            waited = await StopAsync(game);
            await server.InitializeAsync();
            back.Start();
            await Eventually.TrueAsync(() => !game.Backlog.Now.IsUnavailable);
            reached = back.Elapsed;
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAny(playing);
        }

        var (plays, latencies) = await playing;
        await game.DrainedAsync();
        var caughtUp = back.Elapsed;

        var read = new List<Observation>();
        var page = await game.Store.ReadAsync(null, 1000, default);
        for (; page.Items.Count > 0; page = await game.Store.ReadAsync(page.Next, 1000, default))
            read.AddRange(page.Items);
        Assert.Equal(plays.Select(play => play.Id), read.Select(play => play.Id));
        Assert.All(plays.Zip(read), pair => ObservationBuilder.AssertEqual(pair.First with { Label = LabelOf(pair.First) }, pair.Second));
        latencies.Sort();
        output.WriteLine(
            $"{plays.Count} observations with labels; {waited} waited after {Outage} s; "
            + $"reached {reached.TotalSeconds:F1} s and caught up {caughtUp.TotalSeconds:F1} s after the start of the database; "
            + $"an observation and its label took {latencies[latencies.Count / 2]:F1} ms (median), "
            + $"{latencies[latencies.Count * 99 / 100]:F1} ms (99th percentile), {latencies[^1]:F1} ms (most)");
    }

    /// <summary>Stops the database during the play, and returns how many plays wait at the end of the outage.</summary>
    private async Task<int> StopAsync(OutboxFixture game)
    {
        await Eventually.TrueAsync(() => Volatile.Read(ref _played) >= 2 * PlaysASecond);
        await server.StopAsync();
        await Eventually.TrueAsync(() => game.Backlog.Now.Waiting > 0);
        var played = Volatile.Read(ref _played);
        for (var second = 0; second < Outage; second++)
        {
            played += PlaysASecond;
            await Eventually.TrueAsync(() => Volatile.Read(ref _played) >= played);
        }

        return game.Backlog.Now.Plays;
    }

    private static Label LabelOf(Observation play) => ObservationBuilder.Label(play.Image.Pixels[0] % 10);

    private async Task<(List<Observation> Plays, List<double> Milliseconds)> PlayAsync(
        OutboxObservationStore store, CancellationToken end)
    {
        var plays = new List<Observation>();
        var latencies = new List<double>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PlaysASecond));
        while (!end.IsCancellationRequested)
        {
            var play = ObservationBuilder.Of(plays.Count);
            var watch = Stopwatch.StartNew();
            Assert.Equal(AppendOutcome.Stored, await store.AppendAsync(play, default));
            Assert.Equal(LabelOutcome.Stored, await store.LabelAsync(play.Id, LabelOf(play), default));
            latencies.Add(watch.Elapsed.TotalMilliseconds);
            plays.Add(play);
            Volatile.Write(ref _played, plays.Count);
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return (plays, latencies);
    }
}
