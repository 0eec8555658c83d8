using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Scoreboard.Charts.Accuracy;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;

namespace GameNight.Tests.Scoreboard.Charts.Accuracy;

public sealed class LearnedVersionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Read_EndsAfterALaterOne_DoesNotReplaceWhatThatFound()
    {
        var shipped = Path.Combine(_folder.Path, "shipped");
        ModelPackageBuilder.Always("app-network", 3).Ship(shipped);
        var registry = new SlowReads(new FolderModelRegistry(Path.Combine(_folder.Path, "own")));
        var library = new ModelLibrary(new ModelFolder(shipped), registry, TimeProvider.System);
        await library.PublishAsync(LearningCurveTests.Learned(50, heldOut: 20, candidate: 18, first: 16), default);
        var learned = new LearnedVersions(library);

        var gate = new TaskCompletionSource();
        registry.Gate = gate.Task;
        var earlier = learned.ReadAsync(default);
        await Eventually.TrueAsync(() => registry.Waiting > 0);
        registry.Gate = Task.CompletedTask;
        await library.PublishAsync(LearningCurveTests.Learned(120, heldOut: 40, candidate: 40, first: 30), default);
        var later = await learned.ReadAsync(default);
        gate.SetResult();
        Assert.Equal(["1", "2"], (await earlier).Select(version => version.Version));
        Assert.Equal(["1", "2", "3"], later.Select(version => version.Version));
        Assert.Same(later, learned.Latest);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A registry whose files come late.</summary>
    private sealed class SlowReads(IModelRegistry registry) : IModelRegistry
    {
        private int _waiting;

        /// <summary>Until then nobody gets the file that they ask for.</summary>
        public Task Gate { get; set; } = Task.CompletedTask;

        /// <summary>How many files were asked for behind a closed gate.</summary>
        public int Waiting => Volatile.Read(ref _waiting);

        public async Task<byte[]> ReadAsync(ModelKey key, string file, CancellationToken cancellation)
        {
            var gate = Gate;
            if (!gate.IsCompleted)
                Interlocked.Increment(ref _waiting);
            await gate.WaitAsync(cancellation);
            return await registry.ReadAsync(key, file, cancellation);
        }

        public Task<IReadOnlyList<ModelKey>> ListAsync(CancellationToken cancellation) => registry.ListAsync(cancellation);

        public Task<long?> SizeAsync(ModelKey key, CancellationToken cancellation) => registry.SizeAsync(key, cancellation);

        public Task<bool> TryPublishAsync(ModelKey key, IReadOnlyList<ModelFile> files, CancellationToken cancellation) =>
            registry.TryPublishAsync(key, files, cancellation);

        public Task DeleteAsync(ModelKey key, CancellationToken cancellation) => registry.DeleteAsync(key, cancellation);

        public Task<IReadOnlyList<Activation>> ReadLogAsync(int after, CancellationToken cancellation) =>
            registry.ReadLogAsync(after, cancellation);

        public Task<bool> TryAppendAsync(Activation activation, CancellationToken cancellation) =>
            registry.TryAppendAsync(activation, cancellation);
    }
}
