using System.Text;
using Amazon.S3.Model;
using GameNight.Models;
using GameNight.Models.Registry;

namespace GameNight.Tests.Models.Registry;

/// <summary>The contract with a server that has conditional writes, as S3 does.</summary>
public class S3ModelRegistryTests : ModelRegistryContract, IClassFixture<S3Server>
{
    private static readonly ModelKey One = new("trees", "1");
    private static readonly ModelFile[] Files = [new("model.onnx", "model"u8.ToArray()), new("manifest.json", "{}"u8.ToArray())];

    private readonly S3Options _options;

    public S3ModelRegistryTests(S3Server server) => _options = server.NewOptions(Bucket);

    protected virtual string Bucket => "models";

    [Fact]
    public async Task List_MoreThanAPage_ListsAll()
    {
        var client = _options.Connect();
        await Parallel.ForAsync(0, 1005, async (i, cancellation) => await client.PutObjectAsync(
            NewRequest($"trees/{i}/manifest.json", "{}"), cancellation));
        Assert.Equal(Enumerable.Range(0, 1005), (await Open().ListAsync(default)).Select(key => key.Number).Order());
    }

    [Fact]
    public async Task List_OtherObjects_LeavesThemOut()
    {
        await WriteAsync("trees/1/model.onnx");
        await WriteAsync("Trees/1/manifest.json");
        await WriteAsync("trees/manifest.json");
        await WriteAsync("trees/1/old/manifest.json");
        await Open().TryAppendAsync(new Activation(1, "trees", null, "1", DateTimeOffset.UnixEpoch, "ann", ""), default);
        Assert.Empty(await Open().ListAsync(default));
    }

    [Fact]
    public async Task Publish_WhileAnotherPublishes_IsRefused()
    {
        await WriteAsync("trees/1/model.onnx");
        Assert.False(await Open().TryPublishAsync(One, Files, default));
        Assert.Equal("{}", Encoding.UTF8.GetString(await Open().ReadAsync(One, "model.onnx", default)));
    }

    [Fact]
    public async Task Publish_OverAnInterruptedPublication_ReplacesIt()
    {
        await WriteAsync("trees/1/model.onnx");
        await WriteAsync("trees/1/booster.ubj");
        Assert.True(await S3Server.Open(_options, new LaterClock()).TryPublishAsync(One, Files, default));
        Assert.Equal("model", Encoding.UTF8.GetString(await Open().ReadAsync(One, "model.onnx", default)));
        await Assert.ThrowsAsync<InvalidModelException>(() => Open().ReadAsync(One, "booster.ubj", default));
    }

    [Fact]
    public async Task Publish_CancelledOnTheWay_LeavesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        var network = new HeldUpload("booster.ubj");
        var publication = network.Open(_options)
            .TryPublishAsync(One, [Files[0], new ModelFile("booster.ubj", new byte[1 << 20]), Files[1]], cancelled.Token);
        await Task.WhenAny(network.Held, publication);
        Assert.NotNull(await Open().SizeAsync(One, default));
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => publication);
        Assert.Null(await Open().SizeAsync(One, default));
        Assert.Empty(await Open().ListAsync(default));
    }

    [Fact]
    public async Task ReadLog_MalformedEntry_IsARegistryFailure()
    {
        await WriteAsync(".log/00000001.json", "{");
        await Assert.ThrowsAsync<ModelRegistryException>(() => Open().ReadLogAsync(0, default));
    }

    [Fact]
    public async Task AnyCall_NoSuchBucket_IsARegistryFailure() => await ExpectFailuresAsync(_options with { Bucket = "missing" });

    [Fact]
    public async Task AnyCall_NoServer_IsARegistryFailure() =>
        await ExpectFailuresAsync(_options with { ServiceUrl = new Uri("http://127.0.0.1:1") });

    protected override IModelRegistry Open() => S3Server.Open(_options);

    private static async Task ExpectFailuresAsync(S3Options options)
    {
        var registry = S3Server.Open(options);
        await Assert.ThrowsAsync<ModelRegistryException>(() => registry.ListAsync(default));
        await Assert.ThrowsAsync<ModelRegistryException>(() => registry.ReadAsync(One, "model.onnx", default));
        await Assert.ThrowsAsync<ModelRegistryException>(() => registry.ReadLogAsync(0, default));
        await Assert.ThrowsAsync<ModelRegistryException>(() => registry.TryPublishAsync(One, Files, default));
        await Assert.ThrowsAsync<ModelRegistryException>(() => registry.DeleteAsync(One, default));
        await Assert.ThrowsAsync<ModelRegistryException>(
            () => registry.TryAppendAsync(new Activation(1, "trees", null, "1", DateTimeOffset.UnixEpoch, "ann", ""), default));
    }

    private async Task WriteAsync(string key, string content = "{}") =>
        await _options.Connect().PutObjectAsync(NewRequest(key, content));

    private PutObjectRequest NewRequest(string key, string content) =>
        new() { BucketName = Bucket, Key = _options.Prefix + key, ContentBody = content, UseChunkEncoding = false };

    private sealed class LaterClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + S3ModelRegistry.PublishTimeout;
    }
}
