using GameNight.Observations;

namespace GameNight.Scoreboard;

/// <summary>Counts observations, one after the other in any order. Every contestant that guessed a marked drawing is scored by the mark.</summary>
public sealed class StatisticsTally
{
    private readonly SortedDictionary<string, int[][]> _confusions = new(StringComparer.Ordinal);
    private int _observations;
    private int _labelled;

    public void Add(Observation observation)
    {
        _observations++;
        if (observation.Label is not { Digit: var digit })
            return;
        _labelled++;
        foreach (var guess in observation.Guesses)
        {
            if (!_confusions.TryGetValue(guess.Algorithm, out var confusion))
                _confusions[guess.Algorithm] = confusion = [.. Enumerable.Range(0, 10).Select(_ => new int[10])];
            confusion[digit][guess.Digit]++;
        }
    }

    /// <summary>What was counted so far; later observations do not change it.</summary>
    public Statistics ToStatistics() => new(_observations, _labelled,
        [.. _confusions.Select(entry => AlgorithmStatistics.From(entry.Key, [.. entry.Value.Select(row => row.ToArray())]))]);
}
