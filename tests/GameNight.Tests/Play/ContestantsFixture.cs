using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Simulation;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play;

/// <summary>Contestants that guess the same digit, with 99.98 %, for every drawing.</summary>
internal sealed class ContestantsFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteDocumentStore _documents;

    private ContestantsFixture((string Algorithm, int? Digit)[] contestants)
    {
        var models = Shipped;
        foreach (var (algorithm, digit) in contestants)
        {
            var folder = ModelPackageBuilder.Always(algorithm, digit ?? 0).Ship(models);
            if (digit is null)
                File.WriteAllText(Path.Combine(folder, "model.onnx"), "damaged");
        }

        var registry = new FolderModelRegistry(Path.Combine(_folder.Path, "own"));
        Library = new ModelLibrary(new ModelFolder(models), registry, TimeProvider.System);
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        // On this clock no deadline passes: on a busy machine, too, every guess is waited for.
        Contestants = new Contestants(new SimulatedClock(start: null), NullLogger<Contestants>.Instance);
        Deployment = new ModelDeployment(Contestants, Library, NullLogger<ModelDeployment>.Instance);
    }

    public ModelLibrary Library { get; }

    public Contestants Contestants { get; }

    public ModelDeployment Deployment { get; }

    /// <summary>A folder for the data of a game with these contestants.</summary>
    public string DataFolder => _folder.Path;

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    /// <summary>Makes contestants and puts them into service. One without a digit is unavailable, because its model is damaged.</summary>
    public static ContestantsFixture With(params (string Algorithm, int? Digit)[] contestants)
    {
        var fixture = new ContestantsFixture(contestants);
        // The tests of components call this in their constructors, which cannot await.
        Task.Run(() => fixture.Deployment.RefreshAsync(CancellationToken.None)).Wait();
        return fixture;
    }

    /// <summary>Publishes a version that guesses this digit, and puts it into service.</summary>
    public async Task PlayAsync(string algorithm, int digit, string why = "")
    {
        var published = await Library.PublishAsync(ModelPackageBuilder.Always(algorithm, digit), CancellationToken.None);
        await Deployment.ActivateAsync(new ModelKey(algorithm, published.Version), "ann", why, CancellationToken.None);
    }

    /// <summary>Makes the log of activations unreadable.</summary>
    public Task BreakRegistryAsync()
    {
        var log = Directory.CreateDirectory(Path.Combine(_folder.Path, "own", ".log")).FullName;
        return File.WriteAllTextAsync(Path.Combine(log, "activations.jsonl"), "damaged\n");
    }

    public PlayService CreatePlayService(IObservationStore store)
    {
        var personal = new PersonalizationService(
            Contestants, Library, store, _documents, TimeProvider.System, NullLogger<PersonalizationService>.Instance);
        return new PlayService(Contestants, store, personal, TimeProvider.System);
    }

    /// <summary>Deletes the files of an algorithm, so that it leaves the game.</summary>
    public Task DismissAsync(string algorithm)
    {
        Directory.Delete(Path.Combine(Shipped, algorithm), recursive: true);
        return Deployment.RefreshAsync(CancellationToken.None);
    }

    public void Dispose()
    {
        Deployment.Dispose();
        Contestants.Dispose();
        _documents.Dispose();
        _folder.Dispose();
    }
}
