using System.Collections.Concurrent;

namespace GameNight.Play.Personal;

/// <summary>The personal models in memory, one for each player. Safe for concurrent use.</summary>
internal sealed class PersonalModelCache(TimeProvider clock)
{
    /// <summary>
    /// The number of models in memory. Those of players who have taught nothing are dropped first, then those of the players seen least
    /// recently, and made again when needed: names that are made up and thrown away push nobody out.
    /// </summary>
    private const int MostPlayers = 100;

    private readonly ConcurrentDictionary<string, PersonalModel> _models = new();

    /// <summary>The player's model, empty where there is none yet, for a player who has just been seen.</summary>
    public PersonalModel Get(string player)
    {
        if (_models.Count > MostPlayers)
        {
            var idle = _models.Where(entry => !entry.Value.IsBusy).OrderBy(entry => entry.Value.Count > 0)
                .ThenBy(entry => entry.Value.Seen);
            foreach (var (longestUnseen, _) in idle.Take(_models.Count - MostPlayers))
                _models.TryRemove(longestUnseen, out _);
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
