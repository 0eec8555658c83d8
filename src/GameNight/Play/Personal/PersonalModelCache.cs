using System.Collections.Concurrent;

namespace GameNight.Play.Personal;

/// <summary>
/// The personal models in memory, one for each player. Beyond the limits those of players who have taught nothing are dropped first, then
/// those of the players seen least recently, and made again when needed, which takes milliseconds for each drawing: whoever plays now has
/// to fit. Names that are made up and thrown away push nobody out. Safe for concurrent use.
/// </summary>
/// <param name="clock">Tells when a player was seen.</param>
/// <param name="mostExamples">How many drawings the models in memory have learned at most: 13 kB each.</param>
/// <param name="mostPlayers">How many models are in memory at most.</param>
internal sealed class PersonalModelCache(TimeProvider clock, int mostExamples = 15_000, int mostPlayers = 1_000)
{
    private readonly ConcurrentDictionary<string, PersonalModel> _models = new();

    /// <summary>The player's model, empty where there is none yet, for a player who has just been seen.</summary>
    public PersonalModel Get(string player)
    {
        var (players, examples) = (_models.Count, _models.Sum(entry => entry.Value.Count));
        if (players > mostPlayers || examples > mostExamples)
        {
            var idle = _models.Where(entry => !entry.Value.IsBusy && entry.Key != player)
                .OrderBy(entry => entry.Value.Count > 0).ThenBy(entry => entry.Value.Seen);
            foreach (var (longestUnseen, dropped) in idle)
            {
                if (players <= mostPlayers && examples <= mostExamples)
                    break;
                // Where only the drawings are too many, a model without any makes no room.
                if (players <= mostPlayers && dropped.Count == 0)
                    continue;
                if (_models.TryRemove(longestUnseen, out _))
                    (players, examples) = (players - 1, examples - dropped.Count);
            }
        }

        var model = _models.GetOrAdd(player, _ => new PersonalModel());
        model.Seen = clock.GetTimestamp();
        return model;
    }

    /// <summary>Empties and removes models, which are made again from what is left of their players' drawings.</summary>
    public async Task RemoveAsync(Func<string, PersonalModel, bool> isRemoved, CancellationToken cancellation)
    {
        foreach (var (player, model) in _models)
        {
            await model.Turn.WaitAsync(cancellation);
            try
            {
                if (!isRemoved(player, model))
                    continue;
                model.Forget(epoch: 0);
                _models.TryRemove(player, out _);
            }
            finally
            {
                model.Turn.Release();
            }
        }
    }

    /// <summary>The player's model, for one who was not seen just now; null where there is none.</summary>
    public PersonalModel? Find(string player) => _models.GetValueOrDefault(player);
}
