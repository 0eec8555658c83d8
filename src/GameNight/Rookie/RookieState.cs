using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Retraining.Review;
using GameNight.Training.Examples;
using GameNight.Training.Network;
using GameNight.Training.Rookie;

namespace GameNight.Rookie;

/// <summary>One rookie: its version, what it has learned, and how far it has read. For one thread at a time.</summary>
/// <param name="manifest">The manifest of its version.</param>
/// <param name="model">Its model, which has learned nothing.</param>
/// <param name="born">Labels that were set before are not learned.</param>
internal sealed class RookieState(ModelManifest manifest, byte[] model, DateTimeOffset born) : IDisposable
{
    private readonly Embeddings _embeddings = new(manifest, model);
    private RookieMemory? _memory;

    public string Version => manifest.Version;

    public DateTimeOffset Born => born;

    /// <summary>The position in the store's changes; null before the first.</summary>
    public string? Cursor { get; set; }

    /// <summary>Whether all changes were read up to the end, the last time.</summary>
    public bool IsCaughtUp { get; set; }

    public ReviewVerdicts Verdicts { get; set; } = ReviewVerdicts.None;

    /// <summary>When the verdicts were read, as a timestamp; null before the first time.</summary>
    public long? VerdictsRead { get; set; }

    /// <summary>Whether anything was learned or forgotten since the last <see cref="ToModel"/>.</summary>
    public bool HasChanged { get; private set; }

    private RookieMemory Memory => _memory ??= new RookieMemory(_embeddings);

    public static TrainingExample ExampleOf(Observation observation) =>
        new(observation.Id, observation.Player, observation.Ink, observation.Image, observation.Label?.Digit ?? 0);

    public bool Knows(Observation observation) => Memory.Knows(observation.Id, observation.Label!.Digit);

    public void Learn(Observation observation) => HasChanged |= Memory.Learn(ExampleOf(observation));

    public void Forget(Observation observation) => HasChanged |= Memory.Forget(ExampleOf(observation));

    /// <summary>Forgets everything, and begins to read anew.</summary>
    public void Restart() => (_memory, Cursor, HasChanged) = (null, null, true);

    /// <summary>The model as it is now, the bytes of an .onnx file.</summary>
    public byte[] ToModel()
    {
        HasChanged = false;
        return Memory.ToLayer().WriteTo(model);
    }

    /// <summary>The manifest, in whose description the rookie says what it knows.</summary>
    public ModelManifest Describe() => manifest with { Description = RookieText.Describe(Memory.Count, Memory.Unknown) };

    public void Dispose() => _embeddings.Dispose();
}
