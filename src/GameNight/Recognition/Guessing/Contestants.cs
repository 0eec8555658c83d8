using GameNight.Drawing.Images;

namespace GameNight.Recognition.Guessing;

/// <summary>Guesses drawings with every algorithm in service, each in the version that deployment put there. One that fails, fails alone.</summary>
public sealed partial class Contestants(TimeProvider clock, ILogger<Contestants> log) : IDisposable
{
    /// <summary>The algorithms that ship, in the order in which pages show them.</summary>
    public static readonly IReadOnlyList<string> Shipped =
        ["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-network", Personal, "committee"];

    /// <summary>The algorithm whose guesses are one player's own: composed algorithms do not hear them.</summary>
    public const string Personal = "personal";

    /// <summary>How long a guess of all waits for the slowest algorithm.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>A contestant was added, removed, changed its version or could not. Raised on any thread.</summary>
    public event Action? Changed;

    /// <summary>In service, or unavailable with a reason.</summary>
    public IReadOnlyList<Contestant> All => InService.All;

    /// <summary>The versions that guess in shadow: their guesses are recorded and not shown.</summary>
    public ShadowContestants Shadows { get; } = new(clock, log);

    internal ContestantSet InService { get; } = new();

    public Contestant? Find(string algorithm) => InService.Find(algorithm);

    /// <exception cref="UnknownAlgorithmException">There is no such algorithm.</exception>
    public Contestant Require(string algorithm) => Find(algorithm) ?? throw new UnknownAlgorithmException(algorithm);

    /// <summary>One guess of each algorithm in service, made in parallel. One that fails, or takes longer than a second, is left out.</summary>
    public async Task<IReadOnlyList<Guess>> GuessAsync(DigitImage image, CancellationToken cancellation)
    {
        var asked = All.Where(contestant => contestant is { InService: true, IsOverdue: false }).ToLookup(contestant => contestant.IsComposed);
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var deadline = Task.Delay(Timeout, clock, finished.Token);
        var guesses = await AskAsync(asked[false], contestant => contestant.Guess(image));
        Guess[] shared = [.. guesses.Where(guess => guess.Algorithm != Personal)];
        var composed = await AskAsync(asked[true], contestant => contestant.Combine(shared));
        await finished.CancelAsync();
        return [.. guesses, .. composed];

        async Task<IReadOnlyList<Guess>> AskAsync(IEnumerable<Contestant> contestants, Func<Contestant, Guess> guess)
        {
            var answers = await Task.WhenAll(contestants
                .Where(contestant => !contestant.IsOverdue)
                .Select(contestant => TryAsync(contestant, () => contestant.GuessAsync(() => guess(contestant), deadline))));
            return [.. answers.OfType<Guess>()];
        }
    }

    /// <summary>One algorithm's guesses, in the order of the images. A composed algorithm hears the others first.</summary>
    /// <exception cref="UnknownAlgorithmException">There is no such algorithm.</exception>
    /// <exception cref="ContestantUnavailableException">It is not in service, or its answer is no distribution.</exception>
    public async Task<IReadOnlyList<Guess>> GuessAsync(string algorithm, IReadOnlyList<DigitImage> images, CancellationToken cancellation)
    {
        var contestant = Require(algorithm);
        if (!contestant.IsComposed)
            return await Task.Run(() => contestant.Guess(images, cancellation), cancellation);
        var others = await Task.WhenAll(All.Where(other => other is { InService: true, IsComposed: false, Id: not Personal })
            .Select(other => TryAsync(other, () => Task.Run(() => other.Guess(images, cancellation), cancellation))));
        cancellation.ThrowIfCancellationRequested();
        return [.. images.Select((_, i) => contestant.Combine([.. others.OfType<IReadOnlyList<Guess>>().Select(guesses => guesses[i])]))];
    }

    public void Dispose()
    {
        InService.Dispose();
        Shadows.Dispose();
    }

    internal void NotifyChanged() => Changed?.Invoke();

    private async Task<T?> TryAsync<T>(Contestant contestant, Func<Task<T>> guess)
        where T : class
    {
        try
        {
            return await guess();
        }
        catch (Exception e) when (e is ContestantUnavailableException or TimeoutException)
        {
            LogFailed(contestant.Id, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Algorithm} could not guess; its guess is left out")]
    private partial void LogFailed(string algorithm, Exception exception);
}
