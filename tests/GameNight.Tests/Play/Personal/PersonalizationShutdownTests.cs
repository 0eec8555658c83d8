using GameNight.Configuration;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Observations.Store;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play.Personal;

public sealed class PersonalizationShutdownTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeClock _clock = new();
    private readonly LogRecorder _log = new();

    [Fact]
    public async Task Dispose_LabelWaitsForItsSecondAttempt_EndsAtOnceAndLogsNoMore()
    {
        var registry = new FolderModelRegistry(Path.Combine(_folder.Path, "own"));
        var library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), registry, TimeProvider.System);
        using var contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        using var deployment = new ModelDeployment(contestants, library, NullLogger<ModelDeployment>.Instance);
        await deployment.RefreshAsync(default);
        var store = new MemoryObservationStore();
        var observation = ObservationBuilder.Of();
        await store.AppendAsync(observation, default);
        await store.LabelAsync(observation.Id, new Label(7, observation.Player, _clock.GetUtcNow()), default);
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(_log));
        var personal = new PersonalizationService(
            contestants, library, store, new FailingDocuments(), _clock, loggers.CreateLogger<PersonalizationService>());

        personal.Learn(observation.Id);
        await Eventually.TrueAsync(() => _clock.IsSetTo(_clock.GetUtcNow() + TimeSpan.FromSeconds(2)));
        await personal.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.True(personal.SettleAsync().IsCompleted);
        Assert.Equal(
            ["Error: A player's own classifier cannot be updated; the label itself is stored The documents are gone."],
            _log.Lines);
    }

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }
}
