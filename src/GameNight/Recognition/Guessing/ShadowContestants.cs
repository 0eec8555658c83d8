using GameNight.Drawing.Images;
using GameNight.Models;

namespace GameNight.Recognition.Guessing;

/// <summary>
/// The versions on shadow: each guesses every drawing that is recorded, and no page shows its guesses. Players cannot choose them,
/// composed algorithms do not use their guesses, and one that fails or is late is left out.
/// </summary>
public sealed partial class ShadowContestants(TimeProvider clock, ILogger log) : IDisposable
{
    /// <summary>How much longer than the algorithms in service they may take: a delay that players do not notice.</summary>
    private static readonly TimeSpan GracePeriod = TimeSpan.FromMilliseconds(100);

    internal ContestantSet Versions { get; } = new();

    /// <summary>Whether a version can guess on shadow: its algorithm is neither composed nor different for each player.</summary>
    public static bool Supports(ModelManifest manifest) =>
        manifest.Input.Layout != ModelLayout.Guesses && manifest.Algorithm != Contestants.Personal;

    /// <summary>A version on shadow, possibly unavailable with a reason; null where it is not on shadow in this process.</summary>
    public Contestant? Find(ModelKey key) =>
        Versions.Find(key.Algorithm) is { } shadow && shadow.TargetVersion == key.Version ? shadow : null;

    /// <summary>One guess of each version on shadow, made while the algorithms in service guess.</summary>
    /// <param name="image">The drawing.</param>
    /// <param name="inService">The guesses for which the player waits; started before, so that they are not delayed.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<IReadOnlyList<Guess>> GuessAsync(
        DigitImage image, Task<IReadOnlyList<Guess>> inService, CancellationToken cancellation)
    {
        var asked = Versions.All.Where(shadow => shadow is { InService: true, IsOverdue: false }).ToList();
        if (asked.Count == 0)
            return [];
        using var finished = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var deadline = DelayAfterAsync(inService, finished.Token);
        var guesses = await Task.WhenAll(asked.Select(shadow => TryAsync(shadow, image, deadline)));
        await finished.CancelAsync();
        return [.. guesses.OfType<Guess>()];
    }

    public void Dispose() => Versions.Dispose();

    /// <summary>Completes <see cref="GracePeriod"/> after the guesses in service, whether they succeeded or failed.</summary>
    private async Task DelayAfterAsync(Task inService, CancellationToken cancellation)
    {
        await Task.WhenAny(inService);
        await Task.Delay(GracePeriod, clock, cancellation);
    }

    private async Task<Guess?> TryAsync(Contestant shadow, DigitImage image, Task deadline)
    {
        try
        {
            return await shadow.GuessAsync(() => shadow.Guess(image), deadline);
        }
        catch (Exception e) when (e is ContestantUnavailableException or TimeoutException)
        {
            LogFailed(shadow.Id, shadow.TargetVersion, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Algorithm} version {Version} on shadow failed or was late; its guess is left out")]
    private partial void LogFailed(string algorithm, string? version, Exception exception);
}
