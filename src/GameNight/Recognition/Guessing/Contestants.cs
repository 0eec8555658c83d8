using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Recognition.Deployment;

namespace GameNight.Recognition.Guessing;

/// <summary>Everybody at the table, each with the version that the model library wants in service. One that fails, fails alone.</summary>
public sealed partial class Contestants(ModelLibrary library, TimeProvider clock, ILogger<Contestants> log) : IDisposable
{
    /// <summary>The regulars in the order of their seats; guests sit after them.</summary>
    public static readonly IReadOnlyList<string> Regulars = ["mnist-cnn", "mnist-mlp", "k-means", "app-xgboost", "app-network", Personal, "committee"];

    /// <summary>Whose answers are for one player: nobody who listens to the others hears them.</summary>
    public const string Personal = "personal";

    /// <summary>So long everybody waits for the slowest when all guess.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim _swapping = new(1);
    private volatile IReadOnlyList<Contestant> _all = [];
    private volatile string? _trouble;
    private bool _nobody;

    /// <summary>Somebody came, went, changed their version or could not. Raised on any thread.</summary>
    public event Action? Changed;

    public IReadOnlyList<Contestant> All => _all;

    /// <summary>Who guesses beside them without being shown.</summary>
    public ShadowContestants Shadows { get; } = new(library, clock, log);

    /// <summary>Why the registry could not be read when it was last asked; null while it can.</summary>
    public string? Trouble => _trouble;

    public Contestant? Find(string id) => All.FirstOrDefault(contestant => contestant.Id == id);

    /// <exception cref="UnknownAlgorithmException">Nobody has this id.</exception>
    public Contestant Require(string id) => Find(id) ?? throw new UnknownAlgorithmException(id);

    /// <summary>Seats whoever is new and swaps whoever should play another version, at the table and on shadow. A registry that cannot be read changes nothing.</summary>
    public Task RefreshAsync(CancellationToken cancellation) => SwapAsync(async () =>
    {
        if (await ReadShelvesAsync(cancellation) is not { } shelves)
            return false;
        var changed = false;
        foreach (var (id, shelf) in shelves)
        {
            if (shelf.Active is { } version)
                changed |= await SeatAsync(id, version, cancellation);
        }

        changed |= Dismiss(contestant => shelves.GetValueOrDefault(contestant.Id)?.Active is null);
        return await Shadows.FollowAsync(shelves, cancellation) || changed;
    }, cancellation);

    /// <summary>Puts a version into service, here before it returns and everywhere soon. It is loaded first: one that cannot serve changes nothing. On shadow it is no longer.</summary>
    /// <exception cref="InvalidModelException">The version cannot serve.</exception>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public async Task<Activation> ActivateAsync(ModelKey key, string by, string why, CancellationToken cancellation)
    {
        Activation? activation = null;
        await SwapAsync(async () =>
        {
            var shelf = await library.FindAsync(key.Algorithm, cancellation);
            if (!shelf.Versions.Contains(key))
                throw new UnknownVersionException(key.ToString());
            var classifier = await LoadAsync(key, cancellation);
            try
            {
                activation = await library.ActivateAsync(key, by, why, cancellation);
            }
            catch
            {
                classifier.Dispose();
                throw;
            }

            Seat(key.Algorithm).Serve(classifier);
            Shadows.Dismiss(key);
            LogServes(key.Algorithm, key.Version);
            return true;
        }, cancellation);
        return activation!;
    }

    /// <summary>Removes a version for good; never while it is being put into service here. On shadow it is no longer.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="VersionInUseException">It is in service, or ships with the game.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public Task DeleteAsync(ModelKey key, CancellationToken cancellation) => SwapAsync(async () =>
    {
        await library.DeleteAsync(key, cancellation);
        Shadows.Dismiss(key);
        return true;
    }, cancellation);

    /// <summary>Lets a version guess whatever is drawn without being shown, here before it returns and everywhere soon; in the place of any other of its algorithm.</summary>
    /// <inheritdoc cref="ShadowContestants.PutAsync" path="/exception"/>
    public Task PutOnShadowAsync(ModelKey key, string by, CancellationToken cancellation) => SwapAsync(async () =>
    {
        await Shadows.PutAsync(key, by, cancellation);
        return true;
    }, cancellation);

    /// <summary>Ends that. One that is not on shadow stays as it is.</summary>
    /// <exception cref="UnknownVersionException">There is no such version.</exception>
    /// <exception cref="ModelRegistryException">The registry cannot be read or written.</exception>
    public Task TakeOffShadowAsync(ModelKey key, string by, CancellationToken cancellation) => SwapAsync(async () =>
    {
        await library.TakeOffShadowAsync(key, by, cancellation);
        Shadows.Dismiss(key);
        return true;
    }, cancellation);

    /// <summary>A version by itself, to try it before it is in service. The caller disposes it.</summary>
    /// <inheritdoc cref="ActivateAsync" path="/exception"/>
    public async Task<OnnxClassifier> LoadAsync(ModelKey key, CancellationToken cancellation)
    {
        var manifest = await library.ReadManifestAsync(key, cancellation);
        var model = await library.ReadModelAsync(manifest, cancellation);
        return OnnxClassifier.Load(manifest, model);
    }

    /// <summary>One guess of each contestant in service, all at the same time. Whoever fails or takes too long is left out.</summary>
    public async Task<IReadOnlyList<Guess>> GuessAsync(DigitImage image, CancellationToken cancellation)
    {
        var table = All.Where(contestant => contestant.InService).ToLookup(contestant => contestant.IsComposed);
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var deadline = Task.Delay(Patience, clock, heard.Token);
        var asked = await Task.WhenAll(table[false].Where(contestant => !contestant.IsOverdue).Select(contestant => TryAsync(contestant, () => contestant.GuessAsync(() => contestant.Guess(image), deadline))));
        Guess[] guesses = [.. asked.OfType<Guess>()];
        Guess[] heardByAll = [.. guesses.Where(guess => guess.Algorithm != Personal)];
        var composed = await Task.WhenAll(table[true].Where(contestant => !contestant.IsOverdue).Select(contestant => TryAsync(contestant, () => contestant.GuessAsync(() => contestant.Combine(heardByAll), deadline))));
        await heard.CancelAsync();
        return [.. guesses, .. composed.OfType<Guess>()];
    }

    /// <summary>One contestant's guesses, in the order of the images. One that is composed of others hears them first.</summary>
    /// <exception cref="UnknownAlgorithmException">Nobody has this id.</exception>
    /// <exception cref="ContestantUnavailableException">It is not in service, or its answer is no distribution.</exception>
    public async Task<IReadOnlyList<Guess>> GuessAsync(string id, IReadOnlyList<DigitImage> images, CancellationToken cancellation)
    {
        var contestant = Require(id);
        if (!contestant.IsComposed)
            return await Task.Run(() => contestant.Guess(images, cancellation), cancellation);
        var others = await Task.WhenAll(All.Where(other => other is { InService: true, IsComposed: false, Id: not Personal })
            .Select(other => TryAsync(other, () => Task.Run(() => other.Guess(images, cancellation), cancellation))));
        cancellation.ThrowIfCancellationRequested();
        return [.. images.Select((_, i) => contestant.Combine([.. others.OfType<IReadOnlyList<Guess>>().Select(guesses => guesses[i])]))];
    }

    public void Dispose()
    {
        Dismiss(_ => true);
        Shadows.Dispose();
        _swapping.Dispose();
    }

    /// <summary>One change at a time.</summary>
    /// <param name="change">Tells whether anything did.</param>
    /// <param name="cancellation">Keeps it from beginning.</param>
    private async Task SwapAsync(Func<Task<bool>> change, CancellationToken cancellation)
    {
        bool changed;
        await _swapping.WaitAsync(cancellation);
        try
        {
            changed = await change();
        }
        finally
        {
            _swapping.Release();
        }

        if (changed)
            Changed?.Invoke();
    }

    private async Task<IReadOnlyDictionary<string, Shelf>?> ReadShelvesAsync(CancellationToken cancellation)
    {
        try
        {
            var shelves = await library.ReadAsync(cancellation);
            _trouble = null;
            if (shelves.Count == 0 && !_nobody)
                LogNobody();
            _nobody = shelves.Count == 0;
            return shelves;
        }
        catch (ModelRegistryException e)
        {
            if (_trouble is null)
                LogTrouble(e);
            _trouble = e.Message;
            return All.Count == 0 ? ReadShipped() : null;
        }
    }

    private IReadOnlyDictionary<string, Shelf>? ReadShipped()
    {
        try
        {
            return library.ReadShipped();
        }
        catch (ModelRegistryException e)
        {
            LogTrouble(e);
            return null;
        }
    }

    /// <returns>Whether anything changed.</returns>
    private async Task<bool> SeatAsync(string id, string version, CancellationToken cancellation)
    {
        if (Find(id)?.Wanted == version)
            return false;
        ModelManifest? manifest = null;
        try
        {
            var key = new ModelKey(id, version);
            manifest = await library.ReadManifestAsync(key, cancellation);
            var classifier = await LoadAsync(key, cancellation);
            Seat(id).Serve(classifier);
            LogServes(id, version);
        }
        catch (Exception e) when (e is InvalidModelException or OrtLibraryMissingException)
        {
            Seat(id).Refuse(version, manifest, e.Message);
            LogRefused(id, version, e.Message);
        }
        catch (ModelRegistryException e)
        {
            // Next time.
            LogTrouble(e);
            return false;
        }

        return true;
    }

    private Contestant Seat(string id)
    {
        if (Find(id) is { } seated)
            return seated;
        var contestant = new Contestant(id);
        _all = [.. All.Append(contestant).OrderBy(SeatNumber).ThenBy(other => other.Id, StringComparer.Ordinal)];
        return contestant;
    }

    private static int SeatNumber(Contestant contestant) =>
        Enumerable.Range(0, Regulars.Count).FirstOrDefault(seat => Regulars[seat] == contestant.Id, Regulars.Count);

    private bool Dismiss(Func<Contestant, bool> goes)
    {
        var leaving = All.Where(goes).ToList();
        _all = [.. All.Except(leaving)];
        leaving.ForEach(contestant => contestant.Dispose());
        return leaving.Count > 0;
    }

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

    [LoggerMessage(LogLevel.Information, "{Algorithm} plays version {Version}")]
    private partial void LogServes(string algorithm, string version);

    [LoggerMessage(LogLevel.Warning, "Nobody can guess: there are no models")]
    private partial void LogNobody();

    [LoggerMessage(LogLevel.Warning, "{Algorithm} version {Version} cannot serve: {Reason}")]
    private partial void LogRefused(string algorithm, string version, string reason);

    [LoggerMessage(LogLevel.Error, "The model registry cannot be read; who plays, plays on")]
    private partial void LogTrouble(Exception exception);

    [LoggerMessage(LogLevel.Error, "{Algorithm} could not guess; the others play on")]
    private partial void LogFailed(string algorithm, Exception exception);
}
