using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Observations.Sqlite;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition.Deployment;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Models;
using GameNight.Tests.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace GameNight.Tests.Play;

/// <summary>Contestants that always guess the same digit, with 99.98 %, whatever one draws.</summary>
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

        Library = new ModelLibrary(new ModelFolder(models), new FolderModelRegistry(Path.Combine(_folder.Path, "own")), TimeProvider.System);
        _documents = new SqliteDocumentStore(_folder.Path, NullLogger<SqliteDocumentStore>.Instance);
        Contestants = new Contestants(TimeProvider.System, NullLogger<Contestants>.Instance);
        Deployment = new ModelDeployment(Contestants, Library, NullLogger<ModelDeployment>.Instance);
    }

    public ModelLibrary Library { get; }

    public Contestants Contestants { get; }

    public ModelDeployment Deployment { get; }

    /// <summary>Of a game that these guess in.</summary>
    public string DataFolder => _folder.Path;

    private string Shipped => Path.Combine(_folder.Path, "shipped");

    /// <summary>A contestant without a digit is unavailable: its model is damaged.</summary>
    public static ContestantsFixture With(params (string Algorithm, int? Digit)[] contestants)
    {
        var table = new ContestantsFixture(contestants);
        // A component's test has a constructor and no other beginning.
        Task.Run(() => table.Deployment.RefreshAsync(CancellationToken.None)).Wait();
        return table;
    }

    /// <summary>Puts another version into service: one that says this digit.</summary>
    public async Task PlayAsync(string algorithm, int digit, string why = "")
    {
        var published = await Library.PublishAsync(ModelPackageBuilder.Always(algorithm, digit), CancellationToken.None);
        await Deployment.ActivateAsync(new ModelKey(algorithm, published.Version), "ann", why, CancellationToken.None);
    }

    /// <summary>The log of activations becomes unreadable.</summary>
    public Task BreakRegistryAsync()
    {
        var log = Directory.CreateDirectory(Path.Combine(_folder.Path, "own", ".log")).FullName;
        return File.WriteAllTextAsync(Path.Combine(log, "00000001.json"), "torn");
    }

    /// <summary>The rules of a play at this table.</summary>
    public PlayService Game(IObservationStore store) => new(
        Contestants, store, new PersonalizationService(Contestants, Library, store, _documents, TimeProvider.System, NullLogger<PersonalizationService>.Instance), TimeProvider.System);

    /// <summary>It leaves, as if somebody had deleted its files.</summary>
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
