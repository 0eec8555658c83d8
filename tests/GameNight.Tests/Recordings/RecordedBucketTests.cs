using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GameNight.Tests.Models.Registry;

namespace GameNight.Tests.Recordings;

/// <summary>Tests that nothing is lost of a bucket of model versions that an earlier build wrote.</summary>
public sealed class RecordedBucketTests : IAsyncLifetime, IDisposable
{
    private readonly Recording _recording = new("bucket");
    private readonly BucketServer _server;

    public RecordedBucketTests() => _server = new BucketServer(Path.Combine(_recording.Folder, "bucket"));

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public async Task Open_RecordedBucket_ReturnsTheRecordedResponses()
    {
        await using var game = await StartAsync();
        await game.AssertAnswersAsync();
        var guesses = _recording.Read("guesses.json");
        var prediction = await game.Host.PostAsJsonAsync("/api/algorithms/templates/predictions", guesses["drawing"]).ReadAsync();
        Assert.All(
            guesses["templates"]!.AsArray().Zip(prediction["probabilities"]!.AsArray()),
            pair => Assert.Equal((double)pair.First!, (double)pair.Second!, 1e-6));
    }

    [Fact]
    public async Task Activate_VersionOfTheRecordedBucket_AppendsToTheRecordedLog()
    {
        var recorded = _recording.Answers["/api/algorithms/templates/activations"]!.AsArray();
        await using (var game = await StartAsync())
        {
            var move = await game.Host.PostAsync("/api/algorithms/templates/versions/2/activate?why=again", null).ReadAsync();
            Assert.Equal(("1", "2", "again"), ((string)move["from"]!, (string)move["to"]!, (string)move["why"]!));
            Assert.Equal(CountLog(), (int)move["number"]!);
            await game.Host.DeleteAsync("/api/algorithms/mnist-mlp/versions/2").ExpectAsync(HttpStatusCode.NoContent);
        }

        // Another game reads the entries of this build after the recorded ones.
        await using var other = await StartAsync();
        var now = (await other.GetAsync("/api/algorithms/templates/activations")).AsArray();
        Assert.Equal(recorded.Count + 1, now.Count);
        JsonLoss.AssertNone(recorded, new JsonArray([.. now.SkipLast(1).Select(move => move!.DeepClone())]), "the log");
        Assert.Equal("2", (string)(await other.GetAsync("/api/algorithms/templates/active"))["version"]!);
    }

    private Task<RecordedGame> StartAsync() => RecordedGame.StartAsync(
        _recording, folder: null, "Training:Enabled=false", "Registry:Provider=S3", "Registry:S3:Bucket=models",
        "Registry:S3:Prefix=night/", "Registry:PollSeconds=1", $"Registry:S3:ServiceUrl=http://127.0.0.1:{_server.Port}");

    private int CountLog() =>
        Directory.GetFiles(Path.Combine(_recording.Folder, "bucket", "models", "night", ".log"), "*_object").Length;

    private sealed class BucketServer(string folder) : S3Server
    {
        protected override string Folder => folder;
    }
}
