using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GameNight.Configuration;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Models.Registry;

/// <summary>Several games that keep their versions in one bucket.</summary>
public sealed class SharedBucketTests(S3Server s3) : IClassFixture<S3Server>
{
    private const string Predictions = "/api/algorithms/mnist-cnn/predictions";

    [Fact]
    public async Task Activate_InOneGame_IsServedByTheOther()
    {
        var bucket = s3.NewOptions();
        await using var one = GameServer.With(Settings(bucket));
        await using var other = GameServer.With(Settings(bucket));
        await one.InitializeAsync();
        await other.InitializeAsync();
        var published = await Library(bucket).PublishAsync(ModelPackageBuilder.Always("mnist-cnn", 4), default);
        var activated = await one.NewHost().PostAsync($"/api/algorithms/mnist-cnn/versions/{published.Version}/activate", content: null);
        Assert.Equal(HttpStatusCode.OK, activated.StatusCode);
        await Eventually.TrueAsync(async () => (await PredictAsync(other)).GetProperty("version").GetString() == published.Version);
        Assert.Equal(4, (await PredictAsync(other)).GetProperty("digit").GetInt32());
    }

    [Fact]
    public async Task Start_BucketUnavailable_ServesShippedVersionsAndFindsItLater()
    {
        await using var late = new S3Server();
        await late.InitializeAsync();
        await late.StopAsync();
        var bucket = late.NewOptions();
        await using var server = GameServer.With(Settings(bucket));
        await server.InitializeAsync();
        Assert.Equal(HttpStatusCode.OK, (await server.NewPlayer().GetAsync("/health/ready")).StatusCode);
        Assert.Equal("1", (await PredictAsync(server)).GetProperty("version").GetString());
        await Problem.ExpectAsync(
            HttpStatusCode.ServiceUnavailable, await server.NewPlayer().GetAsync("/api/algorithms/mnist-cnn/versions"));

        await late.InitializeAsync();
        await Library(bucket).PublishAsync(ModelPackageBuilder.Always("trees", 4), default);
        await Eventually.TrueAsync(
            async () => (await server.NewPlayer().GetAsync("/api/algorithms/trees/versions")).StatusCode == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refresh_BucketUnavailable_WarnsOnce()
    {
        using var log = new LogRecorder();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));
        using var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(
            contestants, Library(s3.NewOptions() with { ServiceUrl = new Uri("http://127.0.0.1:1") }),
            loggers.CreateLogger<ModelDeployment>());
        await deployment.RefreshAsync(default);
        await deployment.RefreshAsync(default);
        Assert.Contains("models", deployment.RegistryError, StringComparison.Ordinal);
        Assert.Single(log.Lines, line => !line.StartsWith("Information", StringComparison.Ordinal));
        Assert.True(contestants.Require("mnist-cnn").InService);
    }

    private static ModelLibrary Library(S3Options bucket) =>
        new(new ModelFolder(GameFolders.Default.Models), S3Server.Open(bucket), TimeProvider.System);

    private static string[] Settings(S3Options bucket) =>
    [
        "--GameNight:Registry:Provider=S3",
        $"--GameNight:Registry:S3:ServiceUrl={bucket.ServiceUrl}",
        $"--GameNight:Registry:S3:Bucket={bucket.Bucket}",
        $"--GameNight:Registry:S3:Prefix={bucket.Prefix}",
        "--GameNight:Registry:PollSeconds=1",
    ];

    private static async Task<JsonElement> PredictAsync(GameServer server)
    {
        var response = await server.NewPlayer().PostAsync(Predictions, SampleDrawings.Json($$"""{"strokes":{{SampleDrawings.Seven}}}"""));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
