using GameNight.Configuration;
using GameNight.Models;
using GameNight.Models.Registry;
using GameNight.Recognition.Guessing;
using GameNight.Tests.Models;
using GameNight.Training.Examples;

namespace GameNight.Tests.Training;

/// <summary>The models that ship, with a temporary registry for what tests publish.</summary>
internal sealed class ShippedModelsFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-learn-").FullName;

    public ShippedModelsFixture()
    {
        var shipped = new ModelFolder(GameFolders.Default.Models);
        Registry = new InterceptedRegistry(new FolderModelRegistry(_folder));
        Library = new ModelLibrary(shipped, Registry, TimeProvider.System);
    }

    public InterceptedRegistry Registry { get; }

    public ModelLibrary Library { get; }

    /// <summary>The number of examples whose label the version guesses.</summary>
    public static int CountRight(ModelPackage version, IEnumerable<TrainingExample> examples)
    {
        using var classifier = OnnxClassifier.Load(version.Manifest, version.Model);
        return examples.Count(example => new Guess("", "", classifier.Predict(example.Image)).Digit == example.Digit);
    }

    /// <summary>The version of an algorithm that ships.</summary>
    public async Task<ModelPackage> ReadAsync(string algorithm)
    {
        var manifest = await Library.ReadShippedAsync(algorithm, default);
        return new ModelPackage(manifest, await Library.ReadModelAsync(manifest, default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
