using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Models.Registry;

public sealed class FolderModelRegistryTests : ModelRegistryContract
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Publish_FileCannotBeWritten_LeavesNothing()
    {
        var registry = Open();
        await Assert.ThrowsAsync<ModelRegistryException>(() => registry.TryPublishAsync(
            new ModelKey("trees", "1"), [new ModelFile("model.onnx", [1]), new ModelFile("no/such/folder", [1])], default));
        Assert.Empty(await registry.ListAsync(default));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "trees", "1")));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder.Path, ".incoming")));
    }

    [Fact]
    public async Task Publish_LeftoversOfAProcessThatWasKilled_AreRemovedAfterAnHour()
    {
        var clock = new FakeClock();
        clock.Set(DateTimeOffset.UtcNow);
        var left = Directory.CreateDirectory(Path.Combine(_folder.Path, ".incoming", "left"));
        await File.WriteAllBytesAsync(Path.Combine(left.FullName, "model.onnx"), [1]);
        var registry = new FolderModelRegistry(_folder.Path, clock);
        Assert.True(await registry.TryPublishAsync(new ModelKey("trees", "1"), [new ModelFile("model.onnx", [1])], default));
        Assert.True(Directory.Exists(left.FullName));

        clock.Pass(TimeSpan.FromHours(2));
        Assert.True(await registry.TryPublishAsync(new ModelKey("trees", "2"), [new ModelFile("model.onnx", [1])], default));
        Assert.False(Directory.Exists(left.FullName));
        Assert.Equal(2, (await registry.ListAsync(default)).Count);
    }

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }

    protected override IModelRegistry Open() => new FolderModelRegistry(_folder.Path);
}
