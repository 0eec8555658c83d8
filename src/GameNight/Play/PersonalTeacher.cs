using System.Collections.Concurrent;
using System.Text.Json;
using GameNight.Drawing;
using GameNight.Models;
using GameNight.Native.OnnxRuntime;
using GameNight.Observations;
using GameNight.Recognition;
using GameNight.Training;

namespace GameNight.Play;

/// <summary>
/// Each player's own last layer over the network that <c>personal</c> plays with: made from the player's marks when the
/// player comes, moved by each mark, forgotten when the player asks. What is kept is only which drawings they were.
/// </summary>
public sealed partial class PersonalTeacher(Contestants contestants, ModelLibrary library, IObservationStore store, IDocumentStore documents, ILogger<PersonalTeacher> log) : IDisposable
{
    private const string Collection = "personal";

    /// <summary>The latest marks are enough: a hand changes, and a document stays small.</summary>
    private const int MostMarks = 400;

    /// <summary>Players who have not been seen for longest make room; they are made again when they come back.</summary>
    private const int MostPlayers = 200;

    private readonly ConcurrentDictionary<string, Pupil> _pupils = new();
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
        // Whoever is not known yet gets what everybody gets: no guess waits for the store.
        if (pupil.Layer is not { IsTrusted: true } layer || _network is not { } network || network.Version != guess.Version)
        {
            _ = PrepareAsync(player);
            return guess;
        }

        return new Guess(guess.Algorithm, guess.Version, await Task.Run(() => layer.Predict(network.Embeddings.Of(image)), cancellation));
    }

    /// <summary>Makes the player's layer, so that it is there when the first guess is asked for.</summary>
    public Task PrepareAsync(string player) => TeachAsync(player, (_, _) => Task.FromResult(false));

    /// <summary>The player has marked a drawing, or corrected a mark. A failure is told in the log: the mark itself is safe.</summary>
    public Task LearnAsync(Observation observation, int digit) => TeachAsync(observation.Player, async (pupil, network) =>
    {
        var mark = PersonalMark.Of(new Lesson(observation.Id, observation.Player, observation.Ink, observation.Image, digit), network.Embeddings);
        var corrected = pupil.Marks.RemoveAll(known => known.Id == observation.Id) > 0;
        pupil.Marks.Add((observation.Id, mark));
        pupil.Marks.RemoveRange(0, Math.Max(0, pupil.Marks.Count - MostMarks));
        pupil.Layer = corrected ? PersonalLayer.Of(network.Layer, [.. pupil.Marks.Select(known => known.Mark)]) : pupil.Layer!.Learn(mark);
        await Task.CompletedTask;
        return true;
    });

    /// <summary>The player wants no layer of their own any more; the next mark begins a new one.</summary>
    /// <exception cref="ObservationStoreException">The store cannot be written: nothing is forgotten.</exception>
    public async Task ForgetAsync(string player, CancellationToken cancellation)
    {
        var pupil = Find(player);
        await pupil.Turn.WaitAsync(cancellation);
        try
        {
            await documents.DeleteAsync(Collection, player, cancellation);
            pupil.Marks.Clear();
            pupil.Layer = null;
            pupil.IsKnown = true;
        }
        finally
        {
            pupil.Turn.Release();
        }
    }

    /// <summary>How many marks the player's layer has learned; 0 for one who has none.</summary>
    public int CountMarks(string player) => _pupils.TryGetValue(player, out var pupil) ? pupil.Marks.Count : 0;

    public void Dispose()
    {
        _network?.Embeddings.Dispose();
        _opening.Dispose();
    }

    /// <summary>One lesson at a time for each player, after everything that was learned before is there.</summary>
    private async Task TeachAsync(string player, Func<Pupil, Network, Task<bool>> teach)
    {
        var pupil = Find(player);
        await pupil.Turn.WaitAsync();
        try
        {
            if (await OpenNetworkAsync() is not { } network)
                return;
            await Task.Run(async () =>
            {
                await KnowAsync(player, pupil, network);
                if (pupil.Layer is null || pupil.Version != network.Version)
                    (pupil.Layer, pupil.Version) = (PersonalLayer.Of(network.Layer, [.. pupil.Marks.Select(known => known.Mark)]), network.Version);
                if (await teach(pupil, network))
                    await KeepAsync(player, pupil);
            });
        }
        catch (Exception e) when (e is ObservationStoreException or ModelRegistryException or InvalidModelException or OrtException or JsonException)
        {
            LogFailed(e);
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

    /// <summary>Looks up what the player marked before, once.</summary>
    private async Task KnowAsync(string player, Pupil pupil, Network network)
    {
        if (pupil.IsKnown)
            return;
        pupil.Marks.Clear();
        foreach (var id in await ReadAsync(player))
        {
            if (await store.FindAsync(id, CancellationToken.None) is { Label: { } label } observation)
                pupil.Marks.Add((id, PersonalMark.Of(new Lesson(id, player, observation.Ink, observation.Image, label.Digit), network.Embeddings)));
        }

        pupil.IsKnown = true;
    }

    private async Task<Guid[]> ReadAsync(string player) =>
        await documents.FindAsync(Collection, player, CancellationToken.None) is { } document ? JsonSerializer.Deserialize<Guid[]>(document.Content) ?? [] : [];

    /// <summary>Another process may have heard of other marks of this player: both are kept.</summary>
    private async Task KeepAsync(string player, Pupil pupil)
    {
        while (true)
        {
            var document = await documents.FindAsync(Collection, player, CancellationToken.None);
            var known = document is null ? [] : JsonSerializer.Deserialize<Guid[]>(document.Content) ?? [];
            Guid[] all = [.. known.Union(pupil.Marks.Select(mark => mark.Id)).TakeLast(MostMarks)];
            if (await documents.TryWriteAsync(Collection, player, JsonSerializer.SerializeToUtf8Bytes(all), document?.Revision ?? 0, CancellationToken.None))
                return;
        }
    }

    private Pupil Find(string player)
    {
        if (_pupils.Count > MostPlayers)
        {
            foreach (var (longest, _) in _pupils.OrderBy(pair => pair.Value.Seen).Take(_pupils.Count - MostPlayers))
                _pupils.TryRemove(longest, out _);
        }

        var pupil = _pupils.GetOrAdd(player, _ => new Pupil());
        pupil.Seen = Environment.TickCount64;
        return pupil;
    }

    [LoggerMessage(LogLevel.Error, "A player's own layer could not learn; the mark itself is safe")]
    private partial void LogFailed(Exception exception);

    private sealed class Pupil
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public List<(Guid Id, PersonalMark Mark)> Marks { get; } = [];

        public PersonalLayer? Layer { get; set; }

        public string? Version { get; set; }

        public bool IsKnown { get; set; }

        public long Seen { get; set; }
    }

    private sealed record Network(string Version, LastLayer Layer, Embeddings Embeddings);
}
