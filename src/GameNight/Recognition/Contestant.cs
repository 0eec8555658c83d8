using GameNight.Drawing;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Recognition;

/// <summary>One algorithm at the table: in service, or unavailable with the reason.</summary>
public sealed class Contestant : IDisposable
{
    private readonly OnnxClassifier? _classifier;

    private Contestant(string id, ModelManifest? manifest, OnnxClassifier? classifier, string? reason)
    {
        Id = id;
        Name = manifest?.Name ?? id;
        Family = manifest?.Family ?? "";
        Description = manifest?.Description ?? "";
        ActiveVersion = classifier is null ? null : manifest?.Version;
        Reason = reason;
        _classifier = classifier;
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>How it thinks, in a word: <c>cnn</c>, <c>mlp</c>, <c>trees</c>, …</summary>
    public string Family { get; }

    public string Description { get; }

    public bool InService => _classifier is not null;

    /// <summary>The version that guesses; null while unavailable.</summary>
    public string? ActiveVersion { get; }

    /// <summary>Why it is unavailable; null while in service.</summary>
    public string? Reason { get; }

    /// <summary>Loads a version folder. Never fails: what cannot be loaded becomes an unavailable contestant.</summary>
    public static Contestant Load(string id, string folder)
    {
        ModelManifest? manifest = null;
        try
        {
            var version = ModelVersion.Open(folder);
            manifest = version.Manifest;
            return new Contestant(id, manifest, OnnxClassifier.Load(version), reason: null);
        }
        catch (Exception e) when (e is InvalidModelException or OrtLibraryMissingException)
        {
            return new Contestant(id, manifest, classifier: null, e.Message);
        }
    }

    /// <exception cref="ContestantUnavailableException">It is not in service, or its answer is no distribution.</exception>
    public Guess Guess(DigitImage image) => new(Id, ActiveVersion ?? "", Answer(classifier => classifier.Predict(image)));

    /// <inheritdoc cref="Guess(DigitImage)"/>
    public IReadOnlyList<Guess> Guess(IReadOnlyList<DigitImage> images) =>
        [.. Answer(classifier => classifier.Predict(images)).Chunk(OnnxClassifier.Digits).Select(p => new Guess(Id, ActiveVersion ?? "", p))];

    public void Dispose() => _classifier?.Dispose();

    private float[] Answer(Func<OnnxClassifier, float[]> predict)
    {
        try
        {
            return predict(_classifier ?? throw new ContestantUnavailableException(Id, Reason ?? ""));
        }
        catch (Exception e) when (e is InvalidModelException or OrtException)
        {
            throw new ContestantUnavailableException(Id, e.Message, e);
        }
    }
}
