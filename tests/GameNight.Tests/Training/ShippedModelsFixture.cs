using GameNight.Configuration;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;

namespace GameNight.Tests.Training;

/// <summary>What ships, with a registry of its own for what tests learn.</summary>
internal sealed class ShippedModelsFixture : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("game-night-learn-").FullName;

    public ShippedModelsFixture() => Library = new ModelLibrary(new ModelFolder(GameFolders.Default.Models), new FolderModelRegistry(_folder), TimeProvider.System);

    public ModelLibrary Library { get; }

    /// <summary>How many of these drawings the version reads as they were meant.</summary>
    public static int CountRight(ModelPackage version, IEnumerable<TrainingExample> lessons)
    {
        using var classifier = OnnxClassifier.Load(version.Manifest, version.Model);
        return lessons.Count(lesson => new Guess("", "", classifier.Predict(lesson.Image)).Digit == lesson.Digit);
    }

    public async Task<ModelPackage> ReadAsync(string algorithm)
    {
        var manifest = await Library.ReadShippedAsync(algorithm, default);
        return new ModelPackage(manifest, await Library.ReadModelAsync(manifest, default));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
