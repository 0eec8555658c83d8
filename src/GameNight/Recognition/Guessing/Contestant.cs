using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Recognition.Guessing;

/// <summary>
/// One algorithm at the table: in service, or unavailable with the reason. Its version is replaced while it guesses;
/// a version that cannot serve leaves the one before in its place.
/// </summary>
public sealed class Contestant : IDisposable
{
    private readonly Replaceable<OnnxClassifier> _classifier = new();
    private volatile Standing _standing = new(Manifest: null, InService: false, Wanted: null, Reason: null);
    private int _overdue;

    /// <param name="id">The algorithm. It is unavailable until a version is put into its place.</param>
    public Contestant(string id) => Id = id;

    public string Id { get; }

    public string Name => _standing.Manifest is { Name.Length: > 0 } manifest ? manifest.Name : Id;

    /// <summary>How it thinks, in a word: <c>cnn</c>, <c>mlp</c>, <c>trees</c>, …</summary>
    public string Family => _standing.Manifest?.Family ?? "";

    public string Description => _standing.Manifest?.Description ?? "";

    public bool InService => _standing.InService;

    /// <summary>Whether it looks at what the others guessed instead of the image.</summary>
    public bool IsComposed => _standing.Manifest?.Input.Layout == ModelLayout.Guesses;

    /// <summary>The version that guesses; null while unavailable.</summary>
    public string? ActiveVersion => _standing is { InService: true, Manifest: { } manifest } ? manifest.Version : null;

    /// <summary>Why it is unavailable, or why a newer version could not take over; null while all is well.</summary>
    public string? Reason => _standing.Reason;

    /// <summary>The version that was put into its place last, whether it could serve or not.</summary>
    internal string? Wanted => _standing.Wanted;

    /// <summary>Whether it still thinks about a drawing whose time was up.</summary>
    internal bool IsOverdue => Volatile.Read(ref _overdue) > 0;

    /// <summary>Puts a loaded version into service. Readers of the one before finish with it.</summary>
    internal void Serve(OnnxClassifier classifier)
    {
        _classifier.Replace(classifier);
        _standing = new Standing(classifier.Manifest, InService: true, classifier.Manifest.Version, Reason: null);
    }

    /// <summary>A version could not be put into service: the one before stays, and the reason is told.</summary>
    internal void Refuse(string version, ModelManifest? manifest, string reason) => _standing = _standing.InService
        ? _standing with { Wanted = version, Reason = $"Version {version} could not take over: {reason}" }
        : new Standing(manifest, InService: false, version, reason);

    /// <exception cref="ContestantUnavailableException">It is not in service, or its answer is no distribution.</exception>
    public Guess Guess(DigitImage image) => Ask(classifier => new Guess(Id, classifier.Manifest.Version, classifier.Predict(image)));

    /// <summary>The same for many, all by the same version.</summary>
    /// <inheritdoc cref="Guess(DigitImage)" path="/exception"/>
    public IReadOnlyList<Guess> Guess(IReadOnlyList<DigitImage> images, CancellationToken cancellation) => Ask<IReadOnlyList<Guess>>(classifier =>
        [.. classifier.Predict([.. images], cancellation).Chunk(OnnxClassifier.Digits).Select(probabilities => new Guess(Id, classifier.Manifest.Version, probabilities))]);

    /// <summary>What one that <see cref="IsComposed"/> makes of the others' guesses.</summary>
    /// <inheritdoc cref="Guess(DigitImage)" path="/exception"/>
    public Guess Combine(IReadOnlyList<Guess> others) => Ask(classifier => others.Count == 0
        ? throw new InvalidModelException("Nobody else has guessed.")
        : new Guess(Id, classifier.Manifest.Version, classifier.Combine([.. others.SelectMany(guess => guess.Probabilities)])));

    /// <summary>Lets it guess on a thread of its own, for as long as somebody waits.</summary>
    /// <param name="think">One of its guesses.</param>
    /// <param name="deadline">Completes when its time is up, or is cancelled when nobody waits any more.</param>
    /// <exception cref="OperationCanceledException">Nobody waits any more.</exception>
    /// <exception cref="TimeoutException">Its time was up; until it is through, it is not asked again.</exception>
    /// <inheritdoc cref="Guess(DigitImage)" path="/exception"/>
    internal async Task<Guess> GuessAsync(Func<Guess> think, Task deadline)
    {
        var guess = Task.Run(think);
        if (await Task.WhenAny(guess, deadline) == guess)
            return await guess;
        // Nobody waits any more: that is no fault of who thinks, and the others may still ask it.
        if (deadline.IsCanceled)
            throw new OperationCanceledException("Nobody waits for this guess any more.");
        Interlocked.Increment(ref _overdue);
        _ = guess.ContinueWith(late =>
        {
            Interlocked.Decrement(ref _overdue);
            // Observed: the deadline has been reported already.
            return late.Exception;
        }, TaskScheduler.Default);
        throw new TimeoutException($"{Id} takes too long.");
    }

    public void Dispose() => _classifier.Dispose();

    private T Ask<T>(Func<OnnxClassifier, T> question)
    {
        using var lease = _classifier.Take() ?? throw new ContestantUnavailableException(Id, Reason ?? "");
        try
        {
            return question(lease.Value);
        }
        catch (Exception e) when (e is InvalidModelException or OrtException)
        {
            throw new ContestantUnavailableException(Id, e.Message, e);
        }
    }

    private sealed record Standing(ModelManifest? Manifest, bool InService, string? Wanted, string? Reason);
}
