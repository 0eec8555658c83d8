using System.Text;
using GameNight.Models;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Models.Registry;

/// <summary>The contract of <see cref="IModelRegistry"/>. Each registry's tests inherit it and say how one is opened.</summary>
public abstract class ModelRegistryContract : IDisposable
{
    private static readonly ModelKey One = new("trees", "1");

    private readonly TemporaryFolder _nothingShips = new();
    private readonly Clock _clock = new();

    /// <summary>Opens the registry of this test. Each call makes another instance, as of another process.</summary>
    protected abstract IModelRegistry Open();

    [Fact]
    public async Task Publish_Complete_IsListedAndRead()
    {
        Assert.True(await Open().TryPublishAsync(One, Files("model"), default));
        Assert.Equal(One, Assert.Single(await Open().ListAsync(default)));
        Assert.Equal("model", Encoding.UTF8.GetString(await Open().ReadAsync(One, "model.onnx", default)));
        Assert.Equal(5, await Open().SizeAsync(One, default));
    }

    [Fact]
    public async Task Publish_LargeFile_KeepsEveryByte()
    {
        var content = new byte[6 << 20];
        new Random(1).NextBytes(content);
        await Open().TryPublishAsync(One, [new ModelFile("model.onnx", content), new ModelFile("manifest.json", [1])], default);
        Assert.Equal(content, await Open().ReadAsync(One, "model.onnx", default));
    }

    [Fact]
    public async Task Publish_Again_ChangesNothing()
    {
        var registry = Open();
        Assert.True(await registry.TryPublishAsync(One, Files("first"), default));
        Assert.False(await registry.TryPublishAsync(One, Files("second"), default));
        Assert.Equal("first", Encoding.UTF8.GetString(await registry.ReadAsync(One, "model.onnx", default)));
    }

    [Fact]
    public async Task Publish_Cancelled_LeavesNothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Open().TryPublishAsync(One, Files("model"), cancelled.Token));
        Assert.Empty(await Open().ListAsync(default));
        Assert.True(await Open().TryPublishAsync(One, Files("model"), default));
    }

    [Fact]
    public virtual async Task Publish_ByManyAtOnce_GetsDistinctNumbers()
    {
        var libraries = Enumerable.Range(0, 4).Select(_ => Library()).ToList();
        var published = await Task.WhenAll(libraries.Select(library =>
            Task.Run(() => library.PublishAsync(ModelPackageBuilder.Always("trees", 3), default))));
        Assert.Equal(["1", "2", "3", "4"], published.Select(manifest => manifest.Version).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Read_MissingFileOrVersion_IsRefused()
    {
        await Open().TryPublishAsync(One, Files("model"), default);
        Assert.Contains(
            "booster",
            (await Assert.ThrowsAsync<InvalidModelException>(() => Open().ReadAsync(One, "booster.ubj", default))).Message,
            StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidModelException>(() => Open().ReadAsync(new ModelKey("unknown", "1"), "model.onnx", default));
        Assert.Null(await Open().SizeAsync(new ModelKey("unknown", "1"), default));
    }

    [Fact]
    public async Task Delete_Twice_IsGoneWithoutError()
    {
        await Open().TryPublishAsync(One, Files("model"), default);
        await Open().DeleteAsync(One, default);
        await Open().DeleteAsync(One, default);
        Assert.Empty(await Open().ListAsync(default));
    }

    [Fact]
    public async Task Delete_InService_IsRefused()
    {
        var library = await TwoVersionsAsync();
        await library.ActivateAsync(One, "ann", "", default);
        await Assert.ThrowsAsync<VersionInUseException>(() => Library().DeleteAsync(One, default));
        await Library().DeleteAsync(new ModelKey("trees", "2"), default);
        await Assert.ThrowsAsync<UnknownVersionException>(() => Library().DeleteAsync(new ModelKey("trees", "2"), default));
    }

    [Fact]
    public async Task Publish_AfterAnActivatedVersionWasDeleted_GetsAnotherNumber()
    {
        var library = await TwoVersionsAsync();
        await library.ActivateAsync(new ModelKey("trees", "2"), "ann", "", default);
        await library.ActivateAsync(One, "ann", "", default);
        await library.DeleteAsync(new ModelKey("trees", "2"), default);
        Assert.Equal("3", (await Library().PublishAsync(ModelPackageBuilder.Always("trees", 3), default)).Version);
    }

    [Fact]
    public async Task Activate_ByAnotherProcess_IsInTheHistory()
    {
        var library = await TwoVersionsAsync();
        Assert.Null((await Library().FindAsync("trees", default)).Active);
        await library.ActivateAsync(One, "ann", "the first", default);
        await Library().ActivateAsync(new ModelKey("trees", "2"), "bob", "better", default);
        var versions = await Library().FindAsync("trees", default);
        Assert.Equal("2", versions.Active);
        Assert.Equal(
            [
                new Activation(1, "trees", null, "1", Clock.Start, "ann", "the first"),
                new Activation(2, "trees", "1", "2", Clock.Start, "bob", "better"),
            ],
            versions.Activations);
    }

    [Fact]
    public async Task Activate_Unknown_IsRefused() =>
        await Assert.ThrowsAsync<UnknownVersionException>(() => Library().ActivateAsync(One, "ann", "", default));

    [Fact]
    public async Task ActiveAt_AnyTime_IsTheVersionInServiceThen()
    {
        var library = await TwoVersionsAsync();
        await library.ActivateAsync(One, "ann", "", default);
        _clock.Now += TimeSpan.FromHours(1);
        await library.ActivateAsync(new ModelKey("trees", "2"), "ann", "", default);
        _clock.Now += TimeSpan.FromHours(1);
        await library.ActivateAsync(One, "ann", "back", default);
        var versions = await Library().FindAsync("trees", default);
        Assert.Equal(
            [null, "1", "1", "2", "2", "1"],
            new[] { -1, 0, 59, 60, 119, 120 }.Select(minute => versions.ActiveAt(Clock.Start.AddMinutes(minute))));
    }

    [Fact]
    public virtual async Task Append_TheSameNumberAtOnce_OneSucceeds()
    {
        var log = Enumerable.Range(0, 8).Select(i => new Activation(1, "trees", null, "1", Clock.Start, $"caller {i}", "")).ToList();
        var outcomes = await Task.WhenAll(log.Select(activation => Task.Run(() => Open().TryAppendAsync(activation, default))));
        var winner = log[Array.IndexOf(outcomes, true)];
        Assert.Single(outcomes, won => won);
        Assert.Equal(winner, Assert.Single(await Open().ReadLogAsync(0, default)));
    }

    [Fact]
    public async Task ReadLog_AfterANumber_ReadsTheRest()
    {
        for (var number = 1; number <= 12; number++)
            Assert.True(await Open().TryAppendAsync(new Activation(number, "trees", null, "1", Clock.Start, "ann", ""), default));
        Assert.Equal([10, 11, 12], (await Open().ReadLogAsync(9, default)).Select(activation => activation.Number));
        Assert.Empty(await Open().ReadLogAsync(12, default));
    }

    public virtual void Dispose()
    {
        _nothingShips.Dispose();
        GC.SuppressFinalize(this);
    }

    private static ModelFile[] Files(string model) =>
        [new("model.onnx", Encoding.UTF8.GetBytes(model)), new("manifest.json", "{}"u8.ToArray())];

    private ModelLibrary Library() => new(new ModelFolder(_nothingShips.Path), Open(), _clock);

    private async Task<ModelLibrary> TwoVersionsAsync()
    {
        var library = Library();
        await library.PublishAsync(ModelPackageBuilder.Always("trees", 1), default);
        await library.PublishAsync(ModelPackageBuilder.Always("trees", 2), default);
        return library;
    }

    private sealed class Clock : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2026, 11, 20, 20, 0, 0, TimeSpan.Zero);

        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
