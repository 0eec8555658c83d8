using System.Diagnostics.Metrics;
using GameNight.Components;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Telemetry;

namespace GameNight.Recognition.Guessing;

/// <summary>
/// One algorithm that takes part: in service, or unavailable with the reason. Its version can be replaced while it guesses; a version
/// that cannot serve leaves the one before in its place. Safe for concurrent use.
/// </summary>
public sealed class Contestant : IDisposable
{
    private static readonly Histogram<double> Duration = GameTelemetry.Meter.CreateHistogram<double>(
        "gamenight.guess.duration", "s", "How long a version took for a guess, or for the guesses of a batch");

    /// <summary>How many images of a batch a processor guesses in one go: about a millisecond's work.</summary>
    private const int Piece = 8;

    private readonly KeyValuePair<string, object?> _tag;
    private readonly Replaceable<OnnxClassifier> _classifier = new();
    private volatile Status _status = new(Manifest: null, InService: false, TargetVersion: null, Reason: null);
    private int _overdue;

    /// <param name="id">The algorithm's id. It is unavailable until a version serves.</param>
    public Contestant(string id) => (Id, _tag) = (id, new("algorithm", id));

    public string Id { get; }

    /// <summary>The name in the manifest; the id where the manifest has none.</summary>
    public string Name => _status.Manifest is { Name.Length: > 0 } manifest ? manifest.Name : Id;

    /// <summary>The kind of model, in a word: <c>cnn</c>, <c>mlp</c>, <c>trees</c>, …; empty where the manifest says nothing.</summary>
    public string Family => _status.Manifest?.Family ?? "";

    public string Description => _status.Manifest?.Description ?? "";

    /// <summary>What people call it, and what it says of itself.</summary>
    public ContestantCharacter Character => ContestantCharacter.Of(Id, Name, Description);

    public bool InService => _status.InService;

    /// <summary>Whether its input is the guesses of the other algorithms instead of the image.</summary>
    public bool IsComposed => _status.Manifest?.Input.Layout == ModelLayout.Guesses;

    /// <summary>
    /// Whether composed algorithms hear its guesses: it is not composed, the same for every player, and did not begin with nothing.
    /// </summary>
    public bool IsHeard => !IsComposed && Id is not (Contestants.Personal or Contestants.Rookie);

    /// <summary>The version that guesses; null while unavailable.</summary>
    public string? ActiveVersion => _status is { InService: true, Manifest: { } manifest } ? manifest.Version : null;

    /// <summary>Why it is unavailable, or why a newer version could not take over; null otherwise.</summary>
    public string? Reason => _status.Reason;

    /// <summary>The version that was to serve last, whether it could or not; null before the first one.</summary>
    internal string? TargetVersion => _status.TargetVersion;

    /// <summary>Whether it is still at work on a guess whose deadline has passed.</summary>
    internal bool IsOverdue => Volatile.Read(ref _overdue) > 0;

    /// <summary>Puts a loaded version into service. Guesses that have begun are finished by the version before.</summary>
    internal void Serve(OnnxClassifier classifier)
    {
        _classifier.Replace(classifier);
        _status = new Status(classifier.Manifest, InService: true, classifier.Manifest.Version, Reason: null);
    }

    /// <summary>Records that a version could not be put into service, and why. The version before stays.</summary>
    internal void Refuse(string version, ModelManifest? manifest, string reason) => _status = _status.InService
        ? _status with { TargetVersion = version, Reason = $"Version {version} could not take over: {reason}" }
        : new Status(manifest, InService: false, version, reason);

    /// <exception cref="ContestantUnavailableException">It is not in service, or its answer is no distribution.</exception>
    public Guess Guess(DigitImage image) => Use(classifier => new Guess(Id, classifier.Manifest.Version, classifier.Predict(image)));

    /// <summary>Guesses many images on all processors, all with the same version; the guesses come in the order of the images.</summary>
    /// <inheritdoc cref="Guess(DigitImage)" path="/exception"/>
    public async Task<IReadOnlyList<Guess>> GuessAsync(IReadOnlyList<DigitImage> images, CancellationToken cancellation)
    {
        using var lease = Take();
        var (classifier, version) = (lease.Value, lease.Value.Manifest.Version);
        var piece = classifier.Manifest.Input.Batch ?? Piece;
        var guesses = new Guess[images.Count];
        try
        {
            return await Duration.MeasureAsync(_tag, async () =>
            {
                await Parallel.ForAsync(0, (images.Count + piece - 1) / piece, cancellation, async (number, token) =>
                {
                    // Who asks for a single guess waits for a piece, not for the whole batch.
                    await Task.Yield();
                    var first = number * piece;
                    var answers = classifier.Predict([.. images.Skip(first).Take(piece)], token).Chunk(OnnxClassifier.Digits);
                    foreach (var (i, answer) in answers.Index())
                        guesses[first + i] = new Guess(Id, version, answer);
                });
                return guesses;
            });
        }
        catch (Exception e) when (Explain(e) is { } unavailable)
        {
            throw unavailable;
        }
    }

    /// <summary>Combines the other algorithms' guesses of one image; only where <see cref="IsComposed"/>.</summary>
    /// <inheritdoc cref="Guess(DigitImage)" path="/exception"/>
    public Guess Combine(IReadOnlyList<Guess> others) => Use(classifier => others.Count == 0
        ? throw new InvalidModelException("No other algorithm has guessed.")
        : new Guess(Id, classifier.Manifest.Version, classifier.Combine([.. others.SelectMany(guess => guess.Probabilities)])));

    /// <summary>Guesses on a thread of its own, and waits for the answer until the deadline.</summary>
    /// <param name="guess">One of the methods above.</param>
    /// <param name="deadline">Completes at the deadline; is cancelled when the caller no longer waits.</param>
    /// <exception cref="OperationCanceledException">The caller no longer waits.</exception>
    /// <exception cref="TimeoutException">The deadline has passed; until the guess is done, <see cref="IsOverdue"/> is true.</exception>
    /// <inheritdoc cref="Guess(DigitImage)" path="/exception"/>
    internal async Task<Guess> GuessAsync(Func<Guess> guess, Task deadline)
    {
        var guessing = Task.Run(guess);
        if (await Task.WhenAny(guessing, deadline) == guessing)
            return await guessing;
        // A caller that has gone does not make the algorithm overdue: others may still ask it.
        if (deadline.IsCanceled)
            throw new OperationCanceledException($"The caller no longer waits for the guess of {Id}.");
        Interlocked.Increment(ref _overdue);
        _ = guessing.ContinueWith(late =>
        {
            Interlocked.Decrement(ref _overdue);
            // Reading the exception marks it as observed: the missed deadline has been reported already.
            return late.Exception;
        }, TaskScheduler.Default);
        throw new TimeoutException($"{Id} has not guessed before its deadline.");
    }

    public void Dispose() => _classifier.Dispose();

    private T Use<T>(Func<OnnxClassifier, T> guess)
    {
        using var lease = Take();
        try
        {
            return Duration.Measure(_tag, () => guess(lease.Value));
        }
        catch (Exception e) when (Explain(e) is { } unavailable)
        {
            throw unavailable;
        }
    }

    // Deployment logs the reason when it refuses a version.
    private Replaceable<OnnxClassifier>.Lease Take() => _classifier.Take()
        ?? throw new ContestantUnavailableException(Id, Reason ?? "it has no version.", isLogged: Reason is not null);

    private ContestantUnavailableException? Explain(Exception exception) => exception switch
    {
        InvalidModelException e => new ContestantUnavailableException(Id, e.Detail, inner: e),
        OrtException e => new ContestantUnavailableException(Id, "ONNX Runtime failed on this drawing.", inner: e),
        _ => null,
    };

    private sealed record Status(ModelManifest? Manifest, bool InService, string? TargetVersion, string? Reason);
}
