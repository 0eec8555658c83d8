using System.Collections.Concurrent;
using GameNight.Drawing;
using GameNight.Identity.Erasure;
using GameNight.Models;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
using GameNight.Training.Network;

namespace GameNight.Play.Personal;

/// <summary>
/// Gives each player a classifier of their own over the network of <c>personal</c>. It is made from the player's labelled drawings when
/// the player comes, learns each label but those of drawings that were made to fool, and is forgotten when the player asks. It learns in
/// the background: no guess and no label waits for it. When it fails, the guess is the network's own, and the label is stored all the same.
/// </summary>
public sealed partial class PersonalizationService(
    Contestants contestants,
    ModelLibrary library,
    IObservationStore store,
    IDocumentStore documents,
    TimeProvider clock,
    ILogger<PersonalizationService> log) : IErasable, IDisposable, IAsyncDisposable
{
    /// <summary>How often the stored record is read, in which other processes note what they have learned or forgotten.</summary>
    private static readonly TimeSpan RefreshInterval = TimeSpan.FromSeconds(30);

    /// <summary>The pauses between attempts to learn a label. When the last attempt fails, the classifier does without it.</summary>
    private static readonly TimeSpan[] RetryDelays = [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)];

    private readonly LoadedNetworkCache _networks = new(contestants, library);
    private readonly PersonalModelStore _records = new(documents, store);
    private readonly PersonalModelCache _models = new(clock);
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly CancellationTokenSource _ending = new();

    /// <summary>Replaces a guess of <c>personal</c> by that of the player's own classifier, where there is one that is trusted.</summary>
    /// <param name="guess">A guess of any algorithm. For another one than <c>personal</c> it is returned as it is.</param>
    /// <param name="drawing">The drawing that was guessed.</param>
    /// <param name="player">The id of the player who drew it.</param>
    /// <param name="cancellation">Cancels the guess.</param>
    public async Task<Guess> AdaptAsync(Guess guess, DrawnDigit drawing, string player, CancellationToken cancellation)
    {
        if (guess.Algorithm != PersonalNetwork.Algorithm)
            return guess;
        var model = _models.Get(player);
        if (model.IsStale(clock, RefreshInterval))
            RunInBackground(PrepareAsync(player));
        if (model.Knowledge is not { Classifier.IsTrusted: true } own || own.Network.Version != guess.Version)
            return guess;
        try
        {
            return await Task.Run(() => Predict(own), cancellation) is { } probabilities
                ? new Guess(guess.Algorithm, guess.Version, probabilities)
                : guess;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogUnusable(e);
            return guess;
        }

        float[]? Predict(PersonalModel.Own own)
        {
            using var network = _networks.Take();
            return network?.Value == own.Network ? own.Classifier.Predict(own.Network.Encoder.Of(drawing.Image, drawing.Ink)) : null;
        }
    }

    /// <summary>Makes the player's classifier, so that the next guess can use it. Returns at once where it is being made already.</summary>
    public async Task PrepareAsync(string player)
    {
        var model = _models.Get(player);
        if (!model.TryBeginPreparing())
            return;
        try
        {
            await ChangeAsync(player, (_, _) => Task.FromResult(false));
        }
        finally
        {
            model.EndPreparing();
        }
    }

    /// <summary>
    /// Begins to learn an observation that was labelled, relabelled or taken back in, or to unlearn one that was set aside.
    /// <see cref="SettleAsync"/> waits for the end.
    /// </summary>
    public void Learn(Guid observation) => RunInBackground(LearnAsync(observation));

    /// <summary>Completes when everything that has begun in the background has ended.</summary>
    public Task SettleAsync() => Task.WhenAll(_running.Keys);

    /// <summary>Forgets the player's classifier, here and in the store. The player's next label begins a new one.</summary>
    /// <exception cref="StoreException">The store cannot be written; nothing is forgotten.</exception>
    public async Task ForgetAsync(string player, CancellationToken cancellation)
    {
        var model = _models.Get(player);
        await model.Turn.WaitAsync(cancellation);
        try
        {
            model.Forget(await _records.ForgetAsync(player, cancellation));
        }
        finally
        {
            model.Turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task EraseAsync(ErasureScope scope, CancellationToken cancellation)
    {
        await _models.RemoveAsync((player, model) => scope.Covers(player) || model.Ids.Any(scope.Drawings.Contains), cancellation);
        await _records.EraseAsync(scope, cancellation);
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string player, CancellationToken cancellation) =>
        _models.Find(player) is { Count: > 0 }
        || await _records.ReadAsync(player, cancellation) is { Epoch: > 0 } or { Marked.Count: > 0 };

    /// <summary>How far the player's own contestant has come; without any marks where there is none.</summary>
    public PersonalProgress ProgressOf(string player) => _models.Find(player)?.Progress ?? new PersonalProgress(0);

    /// <summary>Cancels what is learned in the background and waits for its end, so that nothing reads a store that is closed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await SettleAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Dispose();
    }

    /// <summary>Cancels what is learned in the background without waiting for its end.</summary>
    public void Dispose()
    {
        _ending.Cancel();
        _networks.Dispose();
    }

    private void RunInBackground(Task work)
    {
        _running.TryAdd(work, true);
        _ = work.ContinueWith(done =>
        {
            _running.TryRemove(done, out _);
            if (done.Exception is { } failure)
                LogFailed(failure);
        }, TaskScheduler.Default);
    }

    private async Task LearnAsync(Guid id)
    {
        for (var attempt = 0; ; attempt++)
        {
            if (await TryFindAsync(id) is { } observation && await ChangeAsync(observation.Player, ApplyAsync))
                return;
            if (attempt == RetryDelays.Length)
                return;
            await Task.Delay(RetryDelays[attempt], clock, _ending.Token);
        }

        async Task<bool> ApplyAsync(PersonalModel model, LoadedNetwork network)
        {
            switch (await TryFindAsync(id))
            {
                case { Excluded: true } or { IsMadeToFool: true }:
                    model.Unlearn(id, network);
                    return false;
                case { Label: not null } labelled:
                    model.Learn(await network.ExampleOfAsync(labelled, _ending.Token), network);
                    return true;
                default:
                    return false;
            }
        }
    }

    /// <returns>Null where there is no such observation, or the store cannot be read.</returns>
    private async Task<Observation?> TryFindAsync(Guid id)
    {
        try
        {
            return await store.FindAsync(id, _ending.Token);
        }
        catch (StoreException e)
        {
            LogFailed(e);
            return null;
        }
    }

    /// <summary>Changes a player's classifier, one change at a time, once it knows everything that is in the stored record.</summary>
    /// <param name="player">The player's id.</param>
    /// <param name="change">Changes the classifier; its result is whether the stored record is to be written.</param>
    /// <returns>Whether it worked; also true where <c>personal</c> is not in service and nothing was changed.</returns>
    private async Task<bool> ChangeAsync(string player, Func<PersonalModel, LoadedNetwork, Task<bool>> change)
    {
        var model = _models.Get(player);
        await model.Turn.WaitAsync();
        try
        {
            using var loaded = await _networks.LoadAsync(_ending.Token);
            if (loaded?.Value is not { } network)
                return true;
            await Task.Run(async () =>
            {
                if (model.IsStale(clock, RefreshInterval))
                    await RefreshAsync(player, model, network);
                model.MoveTo(network);
                if (await change(model, network))
                    model.MoveToEpoch(await _records.AddAsync(player, model.Epoch, model.Ids, _ending.Token), network);
            });
            return true;
        }
        catch (Exception e) when (!_ending.IsCancellationRequested)
        {
            // Whatever fails, only this one classifier suffers: the guess is the network's, and the label is stored.
            LogFailed(e);
            return false;
        }
        finally
        {
            model.Turn.Release();
        }
    }

    /// <summary>Reads the stored record, and adds what was learned before a restart or by another process.</summary>
    private async Task RefreshAsync(string player, PersonalModel model, LoadedNetwork network)
    {
        var record = await _records.ReadAsync(player, _ending.Token);
        if (record.Epoch != model.Epoch)
            model.Forget(record.Epoch);
        foreach (var id in record.Marked.Except(model.Ids).ToList())
        {
            if (await store.FindAsync(id, _ending.Token) is { Label: not null, Excluded: false, IsMadeToFool: false } observation)
                model.Restore(await network.ExampleOfAsync(observation, _ending.Token));
        }

        model.SetRefreshed(clock.GetTimestamp());
    }

    [LoggerMessage(LogLevel.Error, "A player's own classifier cannot be updated; the label itself is stored")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "A player's own classifier cannot guess; the guess is the network's own")]
    private partial void LogUnusable(Exception exception);
}
