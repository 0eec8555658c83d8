using System.Text;
using GameNight.Models;
using GameNight.Retraining;
using GameNight.Retraining.Evaluation;
using GameNight.Retraining.Trial;
using GameNight.Statistics;
using GameNight.Storage;
using GameNight.Tests.Models;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Retraining;

/// <summary>Which versions go once newer ones were refused, and which never do.</summary>
public sealed class VersionPruningTests : IDisposable
{
    private const string Algorithm = "app-network";

    private readonly RetrainingFixture _fixture = new();

    [Fact]
    public async Task Run_MoreRefusedVersionsThanAreKept_DeletesTheOldest()
    {
        var refused = await PublishAsync(7);

        Assert.Equal(refused[..2].Reverse(), (await PruneAsync()).Select(key => key.Version));

        Assert.Equal(["9", "8", "7", "6", "5", "2", "1"], await VersionsAsync());
        Assert.Empty(await PruneAsync());
    }

    [Fact]
    public async Task Run_VersionsThatAreNeeded_KeepsThem()
    {
        var old = await PublishAsync(3);
        await _fixture.Library.ActivateAsync(new ModelKey(Algorithm, old[0]), "host", "", default);
        await _fixture.Library.ActivateAsync(new ModelKey(Algorithm, "2"), "host", "", default);
        await _fixture.Library.PutOnShadowAsync(new ModelKey(Algorithm, old[1]), "host", default);
        await TryAsync(old[2]);
        var imported = await _fixture.Library.PublishAsync(ModelPackageBuilder.Always(Algorithm, 3), default);
        var refused = await PublishAsync(6);

        var deleted = Assert.Single(await PruneAsync());

        Assert.Equal(refused[0], deleted.Version);
        Assert.Empty(old.Append(imported.Version).Append("1").Append("2").Except(await VersionsAsync()));
    }

    [Fact]
    public async Task Run_RegistryAway_FailsNothing()
    {
        await PublishAsync(7);
        _fixture.Registry.Before = (_, _) => throw new ModelRegistryException("It is away.", new IOException());

        Assert.Empty(await PruneAsync());
    }

    [Fact]
    public async Task Work_AfterARun_Prunes()
    {
        var refused = await PublishAsync(8);
        await _fixture.StartProcess().RunAsync();
        Assert.DoesNotContain(refused[0], await VersionsAsync());
    }

    public void Dispose() => _fixture.Dispose();

    private async Task<string[]> PublishAsync(int count)
    {
        var package = ModelPackageBuilder.Always(Algorithm, 3) with
        {
            Extras = new Dictionary<string, byte[]> { [TrainingReport.FileName] = Encoding.UTF8.GetBytes("{}") },
        };
        var versions = new string[count];
        for (var i = 0; i < count; i++)
            versions[i] = (await _fixture.Library.PublishAsync(package, default)).Version;
        return versions;
    }

    private async Task TryAsync(string version)
    {
        var trial = new CandidateTrial
        {
            Algorithm = Algorithm,
            Version = version,
            Against = "2",
            Run = "a run",
            LearnedFrom = 100,
            Since = DateTimeOffset.UnixEpoch,
            Cursor = null,
            Prior = new NormalMixture([]),
        };
        await _fixture.Documents.ChangeAsync<CandidateTrial>("trials", Algorithm, _ => trial, default);
    }

    private Task<IReadOnlyList<ModelKey>> PruneAsync() => new VersionPruning(
        _fixture.Library, new Trials(_fixture.Documents, _fixture.Library, null!, TimeProvider.System),
        NullLogger<VersionPruning>.Instance).RunAsync(Algorithm, default);

    private async Task<IReadOnlyList<string>> VersionsAsync() =>
        [.. (await _fixture.Library.FindAsync(Algorithm, default)).Versions.Select(key => key.Version)];
}
