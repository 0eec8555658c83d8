using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition.Deployment;

/// <summary>
/// The versions on shadow, of which the model library's log knows: each guesses whatever is drawn, and nobody is shown it.
/// They are not at the table: nobody chooses, hears or waits for them, and one that fails is only left out.
/// </summary>
public sealed partial class ShadowContestants(ModelLibrary library, TimeProvider clock, ILogger log) : IDisposable
{
    /// <summary>So much longer than the table they may take: less than a player notices.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private volatile IReadOnlyList<Contestant> _all = [];

    /// <summary>Whether it is on shadow here, and why it cannot guess.</summary>
    internal Contestant? Find(ModelKey key) => _all.FirstOrDefault(shadow => Is(shadow, key));

    /// <summary>One guess of each, while the table guesses. Whoever fails or is late is left out.</summary>
    /// <param name="image">What was drawn.</param>
    /// <param name="table">The guesses that the player waits for; asked before, so that they come first.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public async Task<IReadOnlyList<Guess>> GuessAsync(DigitImage image, Task<IReadOnlyList<Guess>> table, CancellationToken cancellation)
    {
        var asked = _all.Where(shadow => shadow is { InService: true, IsOverdue: false }).ToList();
        if (asked.Count == 0)
            return [];
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var deadline = EndAsync(table, over.Token);
        var guesses = await Task.WhenAll(asked.Select(shadow => TryAsync(shadow, image, deadline)));
        await over.CancelAsync();
        return [.. guesses.OfType<Guess>()];
    }

    public void Dispose() => Dismiss(_ => true);

    /// <summary>Loads whoever is on shadow by now, and lets go of whoever is not.</summary>
    /// <returns>Whether anything changed.</returns>
    internal async Task<bool> FollowAsync(IReadOnlyDictionary<string, Shelf> shelves, CancellationToken cancellation)
    {
        var wanted = shelves.Values.Where(shelf => shelf.OnShadow is not null).Select(shelf => new ModelKey(shelf.Algorithm, shelf.OnShadow!.Version)).ToList();
        var changed = Dismiss(shadow => !wanted.Any(key => Is(shadow, key)));
        foreach (var key in wanted.Where(key => Find(key) is null))
            changed |= await TrySeatAsync(key, cancellation);
        return changed;
    }

    /// <summary>Puts a version on shadow that guesses here before this returns.</summary>
    /// <exception cref="ShadowRefusedException">It cannot be on shadow.</exception>
    /// <exception cref="InvalidModelException">It cannot guess.</exception>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    internal async Task PutAsync(ModelKey key, string by, CancellationToken cancellation)
    {
        if (!(await library.FindAsync(key.Algorithm, cancellation)).Versions.Contains(key))
            throw new UnknownVersionException(key.ToString());
        var manifest = await library.ReadManifestAsync(key, cancellation);
        if (!CanBe(manifest))
            throw new ShadowRefusedException($"{key} cannot be on shadow: only a version that looks at nothing but the drawing, for everybody alike, can.");
        var shadow = await LoadAsync(manifest, cancellation);
        try
        {
            await library.PutOnShadowAsync(key, by, cancellation);
        }
        catch
        {
            shadow.Dispose();
            throw;
        }

        Seat(shadow);
    }

    /// <summary>It guesses on shadow here no longer.</summary>
    internal void Dismiss(ModelKey key) => Dismiss(shadow => Is(shadow, key));

    /// <summary>Not what listens to the others, nor what is another one for each player.</summary>
    internal static bool CanBe(ModelManifest manifest) => manifest.Input.Layout != ModelLayout.Guesses && manifest.Algorithm != Contestants.Personal;

    private static bool Is(Contestant shadow, ModelKey key) => shadow.Id == key.Algorithm && shadow.Wanted == key.Version;

    /// <summary>Ends a blink after the table, however that ended.</summary>
    private async Task EndAsync(Task table, CancellationToken cancellation)
    {
        await Task.WhenAny(table);
        await Task.Delay(Grace, clock, cancellation);
    }

    private async Task<Contestant> LoadAsync(ModelManifest manifest, CancellationToken cancellation)
    {
        var classifier = OnnxClassifier.Load(manifest, await library.ReadModelAsync(manifest, cancellation));
        var shadow = new Contestant(manifest.Algorithm);
        shadow.Serve(classifier);
        LogServes(manifest.Algorithm, manifest.Version);
        return shadow;
    }

    /// <returns>Whether anything changed.</returns>
    private async Task<bool> TrySeatAsync(ModelKey key, CancellationToken cancellation)
    {
        try
        {
            Seat(await LoadAsync(await library.ReadManifestAsync(key, cancellation), cancellation));
            return true;
        }
        catch (Exception e) when (e is InvalidModelException or OrtLibraryMissingException)
        {
            var shadow = new Contestant(key.Algorithm);
            shadow.Refuse(key.Version, manifest: null, e.Message);
            Seat(shadow);
            LogRefused(key.Algorithm, key.Version, e.Message);
            return true;
        }
        catch (ModelRegistryException e)
        {
            // Next time.
            LogTrouble(e);
            return false;
        }
    }

    /// <summary>One of an algorithm at most: who was there before goes.</summary>
    private void Seat(Contestant shadow)
    {
        var before = _all;
        _all = [.. before.Where(other => other.Id != shadow.Id), shadow];
        Dispose(before.Except(_all));
    }

    private bool Dismiss(Func<Contestant, bool> goes)
    {
        var leaving = _all.Where(goes).ToList();
        _all = [.. _all.Except(leaving)];
        Dispose(leaving);
        return leaving.Count > 0;
    }

    private static void Dispose(IEnumerable<Contestant> leaving)
    {
        foreach (var shadow in leaving)
            shadow.Dispose();
    }

    private async Task<Guess?> TryAsync(Contestant shadow, DigitImage image, Task deadline)
    {
        try
        {
            return await shadow.GuessAsync(() => shadow.Guess(image), deadline);
        }
        catch (Exception e) when (e is ContestantUnavailableException or TimeoutException)
        {
            LogFailed(shadow.Id, shadow.Wanted, e);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Algorithm} version {Version} guesses on shadow")]
    private partial void LogServes(string algorithm, string version);

    [LoggerMessage(LogLevel.Warning, "{Algorithm} version {Version} is on shadow, but cannot guess: {Reason}")]
    private partial void LogRefused(string algorithm, string version, string reason);

    [LoggerMessage(LogLevel.Error, "A version on shadow cannot be read; it is tried again")]
    private partial void LogTrouble(Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Algorithm} version {Version} on shadow could not guess in time; the play goes on without it")]
    private partial void LogFailed(string algorithm, string? version, Exception exception);
}
