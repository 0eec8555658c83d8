using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Play.Rounds;

/// <summary>
/// Puts the plays of one page into the store, in the order in which they were played. What could not be saved is kept
/// and tried again, first of all, with the next play.
/// </summary>
public sealed partial class PendingPlays(PlayService game, ILogger<PendingPlays> log)
{
    /// <summary>Where the store is gone for the whole night, it does not take the memory with it.</summary>
    public const int MaxUnsaved = 1000;

    private readonly List<Play> _unsaved = [];
    private Task<bool> _last = Task.FromResult(true);

    /// <summary>Plays that the store did not take when they were last tried.</summary>
    public int Unsaved { get; private set; }

    /// <returns>Whether this play, and every one before it, is durable.</returns>
    public Task<bool> RecordAsync(Observation observation)
    {
        // What nobody marked teaches the least, and what is oldest has been tried most often.
        if (_unsaved.Count == MaxUnsaved)
            _unsaved.Remove(_unsaved.Find(play => !play.IsLabelled) ?? _unsaved[0]);
        _unsaved.Add(new Play(observation));
        return _last = SaveAsync(_last);
    }

    /// <returns>Whether this mark, and every play before it, is durable.</returns>
    public Task<bool> MarkAsync(Observation observation, int digit)
    {
        var play = _unsaved.Find(play => play.Observation.Id == observation.Id);
        if (play is null)
            _unsaved.Add(play = new Play(observation) { IsRecorded = true });
        play.Digit = digit;
        return _last = SaveAsync(_last);
    }

    private async Task<bool> SaveAsync(Task<bool> before)
    {
        await before;
        try
        {
            while (_unsaved is [var play, ..])
            {
                var digit = play.Digit;
                await SaveAsync(play, digit);
                // A mark that came meanwhile has its turn next.
                if (play.Digit == digit)
                    _unsaved.Remove(play);
            }

            Unsaved = 0;
            return true;
        }
        catch (StoreException e)
        {
            Unsaved = _unsaved.Count;
            LogUnsaved(_unsaved.Count, e);
            return false;
        }
    }

    /// <remarks>A play is saved even if the player leaves meanwhile, hence no cancellation.</remarks>
    private async Task SaveAsync(Play play, int? digit)
    {
        if (!play.IsRecorded)
            await game.RecordAsync(play.Observation, CancellationToken.None);
        play.IsRecorded = true;
        if (digit is not { } meant || await MarkAsync() != LabelOutcome.NotFound)
            return;
        // Somebody has put the store's file away since the guess.
        await game.RecordAsync(play.Observation, CancellationToken.None);
        await MarkAsync();

        Task<LabelOutcome> MarkAsync() => game.MarkAsync(play.Observation.Id, meant, play.Observation.Player, CancellationToken.None);
    }

    private sealed class Play(Observation observation)
    {
        public Observation Observation { get; } = observation;

        public bool IsRecorded { get; set; }

        public int? Digit { get; set; }

        public bool IsLabelled => (Digit ?? Observation.Label?.Digit) is not null;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} plays are not saved yet")]
    private partial void LogUnsaved(int count, Exception exception);
}
