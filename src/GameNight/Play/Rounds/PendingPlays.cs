using GameNight.Limits;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Play.Rounds;

/// <summary>
/// Saves the plays of one page in the order in which they were played. A play that cannot be saved waits in memory, and is tried again
/// before the next one. For one circuit: not safe for concurrent use.
/// </summary>
public sealed partial class PendingPlays(
    PlayService plays, Intake intake, PageAddress page, ILogger<PendingPlays> log)
{
    /// <summary>The most plays that wait. They are bounded because the store may be away for hours.</summary>
    public const int MaxUnsaved = 1000;

    private readonly List<Play> _unsaved = [];
    private readonly HashSet<Guid> _erased = [];
    private Guid? _refused;
    private Task<bool> _last = Task.FromResult(true);

    /// <summary>The number of plays that were not saved at the last attempt.</summary>
    public int Unsaved { get; private set; }

    /// <summary>Why the last play is not kept, in words for the player; null where it is, or waits.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether a play is not in the store because its player has had it deleted.</summary>
    public bool IsErased(Guid id) => _erased.Contains(id);

    /// <summary>Saves a play, unless the player has too many.</summary>
    /// <returns>Whether this play, and every one before it, is durable, or deleted by its player.</returns>
    public Task<bool> RecordAsync(Observation observation)
    {
        try
        {
            // Once, when it is played: after the store was away, all that waited is saved in one go.
            intake.Admit(page.Value, observation.Player, observation.Ink);
            (_refused, Refusal) = (null, null);
        }
        catch (NotKeptException e)
        {
            (_refused, Refusal) = (observation.Id, e.Message);
            return Task.FromResult(false);
        }

        // A drawing without a label is worth the least; among those with one, the oldest has been tried most often.
        if (_unsaved.Count == MaxUnsaved)
            _unsaved.Remove(_unsaved.Find(play => !play.IsLabelled) ?? _unsaved[0]);
        _unsaved.Add(new Play(observation));
        return _last = SaveAsync(_last, _unsaved[^1]);
    }

    /// <summary>Saves a label of a play that was given to <see cref="RecordAsync"/>, or replaces its label.</summary>
    /// <returns>Whether this label, and every play before it, is durable.</returns>
    public Task<bool> LabelAsync(Observation observation, int digit) => AnswerAsync(observation, digit);

    /// <summary>Notes of a play that was given to <see cref="RecordAsync"/> that it is no digit.</summary>
    /// <returns>Whether this, and every play before it, is durable.</returns>
    public Task<bool> SayNoDigitAsync(Observation observation) => AnswerAsync(observation, digit: null);

    private Task<bool> AnswerAsync(Observation observation, int? digit)
    {
        if (observation.Id == _refused)
            return Task.FromResult(false);
        var play = _unsaved.Find(play => play.Observation.Id == observation.Id);
        if (play is null)
            _unsaved.Add(play = new Play(observation) { IsRecorded = true });
        (play.Digit, play.IsNoDigit) = (digit, digit is null);
        return _last = SaveAsync(_last, play);
    }

    /// <returns>Whether this play, and every one before it, is durable, but for answers that stand aside.</returns>
    private async Task<bool> SaveAsync(Task<bool> before, Play last)
    {
        await before;
        var aside = new List<Play>();
        try
        {
            while (_unsaved.Find(play => !aside.Contains(play)) is { } play)
            {
                var answer = (play.Digit, play.IsNoDigit);
                if (!await TrySaveAsync(play))
                    aside.Add(play);
                // A label that came meanwhile is saved in the next turn.
                else if ((play.Digit, play.IsNoDigit) == answer)
                    _unsaved.Remove(play);
            }

            Unsaved = _unsaved.Count;
            return !aside.Contains(last);
        }
        catch (StoreException e)
        {
            Unsaved = _unsaved.Count;
            LogUnsaved(_unsaved.Count, e);
            return false;
        }
    }

    /// <returns>False where the answer has to wait, and no play for it: votes need the database, without which plays are kept.</returns>
    private async Task<bool> TrySaveAsync(Play play)
    {
        try
        {
            await SaveAsync(play, play.Digit);
            return true;
        }
        catch (StoreException e) when (play is { IsRecorded: true, IsNoDigit: true })
        {
            LogUnsaved(1, e);
            return false;
        }
    }

    /// <remarks>No cancellation: a play is saved even when the player leaves meanwhile.</remarks>
    private async Task SaveAsync(Play play, int? digit)
    {
        var (id, player) = (play.Observation.Id, play.Observation.Player);
        if (!play.IsRecorded)
            await RecordAsync();
        play.IsRecorded = true;
        if (await IsAnsweredAsync())
            return;
        // The store's file was replaced since the guess, and the observation went with it; or its player has had it deleted.
        await RecordAsync();
        if (!IsErased(id))
            await IsAnsweredAsync();

        async Task RecordAsync()
        {
            if (await plays.RecordAsync(play.Observation, CancellationToken.None) == AppendOutcome.Erased)
                _erased.Add(id);
        }

        // False where the store does not have the observation.
        async Task<bool> IsAnsweredAsync() => digit is { } label
            ? await plays.LabelAsync(id, label, player, CancellationToken.None) != LabelOutcome.NotFound
            : !play.IsNoDigit || await plays.SayNoDigitAsync(id, player, CancellationToken.None) != VoteOutcome.NotFound;
    }

    private sealed class Play(Observation observation)
    {
        public Observation Observation { get; } = observation;

        public bool IsRecorded { get; set; }

        /// <summary>The label that the player gave after the guess; null while there is none.</summary>
        public int? Digit { get; set; }

        /// <summary>Whether the player said after the guess that it is no digit.</summary>
        public bool IsNoDigit { get; set; }

        public bool IsLabelled => (Digit ?? Observation.Label?.Digit) is not null;
    }

    [LoggerMessage(LogLevel.Warning, "The observation store cannot be written; {Count} plays of a page wait for the next attempt")]
    private partial void LogUnsaved(int count, Exception exception);
}
