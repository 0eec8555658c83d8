using System.Collections.Concurrent;
using GameNight.Drawing.Images;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
using GameNight.Training.Examples;
using GameNight.Training.Network;

namespace GameNight.Play.Personal;

/// <summary>
/// Each player's own last layer over the network that <c>personal</c> plays with: made from the player's marks when the
/// player comes, moved by each mark, forgotten when the player asks. It learns in the background: no guess and no mark
/// waits for it, and when it fails, the guess is the network's and the mark is safe all the same.
/// </summary>
public sealed partial class PersonalizationService(Contestants contestants, ModelLibrary library, IObservationStore store, IDocumentStore documents, TimeProvider clock, ILogger<PersonalizationService> log) : IDisposable
{
    /// <summary>Players who have not been seen for longest make room; they are made again when they come back.</summary>
    private const int MostPlayers = 100;

    /// <summary>So often it looks whether another process has taught this player, or forgotten them.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    /// <summary>While the store is away; a mark that could not be learned by then is, when the game starts again.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)];

    private readonly PersonalModelStore _notes = new(documents);
    private readonly ConcurrentDictionary<string, PersonalModel> _pupils = new();
    private readonly ConcurrentDictionary<Task, bool> _learning = new();
    private readonly SemaphoreSlim _opening = new(1);
    private volatile Network? _network;

    /// <summary>The guess of <c>personal</c> as this player's own layer has it; any other guess stays as it is.</summary>
    /// <param name="guess">What the network says that everybody begins with.</param>
    /// <param name="image">The drawing.</param>
    /// <param name="player">Who drew it.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    public async Task<Guess> AdaptAsync(Guess guess, DigitImage image, string player, CancellationToken cancellation)
    {
        if (guess.Algorithm != PersonalNetwork.Algorithm)
            return guess;
        var pupil = Find(player);
        if (pupil.IsStale(clock, Look))
            Start(PrepareAsync(player));
        return pupil.Knowledge is { Layer.IsTrusted: true } own && own.Network.Version == guess.Version
            ? new Guess(guess.Algorithm, guess.Version, await Task.Run(() => own.Layer.Predict(own.Network.Embeddings.Of(image)), cancellation))
            : guess;
    }

    /// <summary>Makes the player's layer, so that it is there when the next guess is asked for. One at a time for each player.</summary>
    public async Task PrepareAsync(string player)
    {
        var pupil = Find(player);
        if (!pupil.TryBeginPreparing())
            return;
        try
        {
            await TeachAsync(player, (_, _) => Task.FromResult(false));
        }
        finally
        {
            pupil.EndPreparing();
        }
    }

    /// <summary>A drawing was marked, its mark corrected, or it was set aside or taken back in: its player's layer learns it, or unlearns it, soon.</summary>
    public void Learn(Guid observation) => Start(LearnAsync(observation));

    /// <summary>Completes when everything that was marked until now is learned.</summary>
    public Task SettleAsync() => Task.WhenAll(_learning.Keys);

    /// <summary>The player wants no layer of their own any more; the next mark begins a new one.</summary>
    /// <exception cref="StoreException">The store cannot be written: nothing is forgotten.</exception>
    public async Task ForgetAsync(string player, CancellationToken cancellation)
    {
        var pupil = Find(player);
        await pupil.Turn.WaitAsync(cancellation);
        try
        {
            pupil.Forget(await _notes.ForgetAsync(player, cancellation));
        }
        finally
        {
            pupil.Turn.Release();
        }
    }

    /// <summary>How many marks the player's layer has learned; 0 for one who has none.</summary>
    public int CountMarks(string player) => _pupils.TryGetValue(player, out var pupil) ? pupil.Count : 0;

    public void Dispose()
    {
        _network?.Embeddings.Dispose();
        _opening.Dispose();
    }

    /// <summary>Nobody waits for it, but whoever closes the evening can.</summary>
    private void Start(Task work)
    {
        _learning.TryAdd(work, true);
        _ = work.ContinueWith(done => _learning.TryRemove(done, out _), TaskScheduler.Default);
    }

    private async Task LearnAsync(Guid id)
    {
        for (var attempt = 0; ; attempt++)
        {
            var isLearned = await TryFindAsync(id) is { } observation
                && await TeachAsync(observation.Player, async (pupil, network) => await TryFindAsync(id) switch
                {
                    { Excluded: true } => pupil.Unlearn(id, network),
                    { Label: not null } marked => pupil.Learn(Mark(marked, network), network),
                    _ => false,
                });
            if (isLearned || attempt == Pauses.Length)
                return;
            await Task.Delay(Pauses[attempt], clock);
        }
    }

    /// <returns>Null where there is none, or the store is away.</returns>
    private async Task<Observation?> TryFindAsync(Guid id)
    {
        try
        {
            return await store.FindAsync(id, CancellationToken.None);
        }
        catch (StoreException e)
        {
            LogFailed(e);
            return null;
        }
    }

    /// <summary>One lesson at a time for each player, after everything that was learned before is there.</summary>
    /// <param name="player">Whose layer.</param>
    /// <param name="teach">Says whether the player knows more than before.</param>
    /// <returns>Whether it worked.</returns>
    private async Task<bool> TeachAsync(string player, Func<PersonalModel, Network, Task<bool>> teach)
    {
        var pupil = Find(player);
        await pupil.Turn.WaitAsync();
        try
        {
            if (await OpenNetworkAsync() is not { } network)
                return true;
            await Task.Run(async () =>
            {
                if (pupil.IsStale(clock, Look))
                    await RecallAsync(player, pupil, network);
                pupil.MoveTo(network);
                if (await teach(pupil, network))
                    pupil.Keep(await _notes.AddAsync(player, pupil.Epoch, pupil.Ids, CancellationToken.None), network);
            });
            return true;
        }
        catch (Exception e)
        {
            // Whatever it is, it is this one layer's trouble: the guess is the network's, and the mark is kept.
            LogFailed(e);
            return false;
        }
        finally
        {
            pupil.Turn.Release();
        }
    }

    /// <summary>The network that <c>personal</c> plays with, with its embeddings; null while it is not in service.</summary>
    private async Task<Network?> OpenNetworkAsync()
    {
        if (contestants.Find(PersonalNetwork.Algorithm)?.ActiveVersion is not { } version)
            return null;
        if (_network is { } current && current.Version == version)
            return current;
        await _opening.WaitAsync();
        try
        {
            if (_network is { } opened && opened.Version == version)
                return opened;
            var manifest = await library.ReadManifestAsync(new ModelKey(PersonalNetwork.Algorithm, version), CancellationToken.None);
            var model = await library.ReadModelAsync(manifest, CancellationToken.None);
            // Whoever still looks through the one before lets it go with the last reference.
            return _network = new Network(version, LastLayer.Read(model), new Embeddings(manifest, model));
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Looks up what the player marked before and elsewhere.</summary>
    private async Task RecallAsync(string player, PersonalModel pupil, Network network)
    {
        var notes = await _notes.ReadAsync(player, CancellationToken.None);
        if (notes.Epoch != pupil.Epoch)
            pupil.Forget(notes.Epoch);
        foreach (var id in notes.Marked.Except(pupil.Ids).ToList())
        {
            if (await store.FindAsync(id, CancellationToken.None) is { Label: not null, Excluded: false } observation)
                pupil.Remember(Mark(observation, network));
        }

        pupil.IsFreshAt(clock.GetTimestamp());
    }

    private static (Guid, PersonalExample) Mark(Observation observation, Network network) => (
        observation.Id,
        PersonalExample.Of(new TrainingExample(observation.Id, observation.Player, observation.Ink, observation.Image, observation.Label!.Digit), network.Embeddings));

    private PersonalModel Find(string player)
    {
        if (_pupils.Count > MostPlayers)
        {
            foreach (var (longest, _) in _pupils.Where(pair => !pair.Value.IsBusy).OrderBy(pair => pair.Value.Seen).Take(_pupils.Count - MostPlayers))
                _pupils.TryRemove(longest, out _);
        }

        var pupil = _pupils.GetOrAdd(player, _ => new PersonalModel());
        pupil.Seen = clock.GetTimestamp();
        return pupil;
    }

    [LoggerMessage(LogLevel.Error, "A player's own layer could not learn; the mark itself is safe")]
    private partial void LogFailed(Exception exception);

    internal sealed record Network(string Version, LastLayer Layer, Embeddings Embeddings);
}
