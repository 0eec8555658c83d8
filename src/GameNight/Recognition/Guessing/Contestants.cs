using GameNight.Drawing.Images;

namespace GameNight.Recognition.Guessing;

/// <summary>
/// Guesses drawings with every algorithm in service, each in the version that deployment put there. A failure of one algorithm leaves the
/// others untouched. Safe for concurrent use.
/// </summary>
public sealed partial class Contestants(TimeProvider clock, ILogger<Contestants> log) : IDisposable
{
    /// <summary>The algorithms that ship, in the order in which pages show them.</summary>
    public static readonly IReadOnlyList<string> Shipped =
        ["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-network", Rookie, Personal, Committee];

    /// <summary>The algorithm that differs from player to player: composed algorithms do not use its guesses.</summary>
    public const string Personal = "personal";

    /// <summary>
    /// The algorithm that begins with nothing and learns each label at once: composed algorithms do not use its guesses.
    /// </summary>
    public const string Rookie = "rookie";

    /// <summary>The id of the contestant that hears the others.</summary>
    public const string Committee = "committee";

    /// <summary>How long a guess by all algorithms waits for the slowest one.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Raised, on any thread, when a contestant was added or removed, or a version was replaced or refused.</summary>
    public event Action? Changed;

    /// <summary>The contestants that players see, in service or unavailable with a reason.</summary>
    public IReadOnlyList<Contestant> All => InService.All;

    /// <summary>The versions that guess on shadow: their guesses are recorded and not shown.</summary>
    public ShadowContestants Shadows { get; } = new(clock, log);

    internal ContestantSet InService { get; } = new();

    public Contestant? Find(string algorithm) => InService.Find(algorithm);

    /// <exception cref="UnknownAlgorithmException">There is no such algorithm.</exception>
    public Contestant Require(string algorithm) => Find(algorithm) ?? throw new UnknownAlgorithmException(algorithm);

    /// <summary>
    /// One guess of each algorithm in service, made in parallel; composed algorithms guess after the others. An algorithm that fails, or
    /// has not guessed within a second, is left out.
    /// </summary>
    public async Task<IReadOnlyList<Guess>> GuessAsync(DigitImage image, CancellationToken cancellation)
    {
        var asked = All.Where(contestant => contestant.InService)
            .ToLookup(contestant => contestant.IsComposed);
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var deadline = Task.Delay(Timeout, clock, finished.Token);
        var guesses = await AskAsync(asked[false], contestant => contestant.Guess(image));
        var heard = Heard(guesses);
        var composed = await AskAsync(asked[true], contestant => contestant.Combine(heard));
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

    /// <summary>One algorithm's guesses, in the order of the images. Where it is composed, the others guess first.</summary>
    /// <exception cref="UnknownAlgorithmException">There is no such algorithm.</exception>
    /// <exception cref="ContestantUnavailableException">It is not in service, or its answer is no distribution.</exception>
    public async Task<IReadOnlyList<Guess>> GuessAsync(string algorithm, IReadOnlyList<DigitImage> images, CancellationToken cancellation)
    {
        var contestant = Require(algorithm);
        cancellation.ThrowIfCancellationRequested();
        if (!contestant.IsComposed)
        {
            // One guess is made here and now: it takes less than handing it over to another thread and waiting for that.
            return images.Count == 1 ? [contestant.Guess(images[0])] : await contestant.GuessAsync(images, cancellation);
        }

        var others = await Task.WhenAll(All.Where(other => other is { InService: true, IsHeard: true })
            .Select(other => TryAsync(other, () => other.GuessAsync(images, cancellation))));
        cancellation.ThrowIfCancellationRequested();
        return [.. images.Select((_, i) => contestant.Combine([.. others.OfType<IReadOnlyList<Guess>>().Select(guesses => guesses[i])]))];
    }

    /// <summary>Those of the guesses that a composed algorithm hears.</summary>
    public IReadOnlyList<Guess> Heard(IReadOnlyList<Guess> guesses) =>
        [.. guesses.Where(guess => Find(guess.Algorithm) is { IsHeard: true })];

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
