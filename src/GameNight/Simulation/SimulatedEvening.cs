using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;
using GameNight.Storage;

namespace GameNight.Simulation;

/// <summary>A game night without people, through the same guesses, observations and marks as one with them.</summary>
/// <param name="game">Its rules, and its store.</param>
/// <param name="personal">What each player's own contestant learns: a simulated player waits for it, as a person would not notice.</param>
/// <param name="contestants">Who guesses.</param>
/// <param name="clock">The game's.</param>
public sealed class SimulatedEvening(PlayService game, PersonalizationService personal, Contestants contestants, SimulatedClock clock)
{
    private static readonly TimeSpan ToMark = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ToDrawNext = TimeSpan.FromSeconds(16);

    /// <summary>Everybody plays all their drawings. Who is next, and whom they choose, is drawn by lot.</summary>
    /// <param name="players">Who plays.</param>
    /// <param name="options">How they mark.</param>
    /// <param name="progress">Hears of each play.</param>
    /// <param name="cancellation">Ends the evening; what was played stays.</param>
    /// <exception cref="ContestantUnavailableException">The chosen one could not guess.</exception>
    /// <exception cref="StoreException">The store could not be written.</exception>
    public async Task<EveningSummary> PlayAsync(IReadOnlyList<SimulatedPlayer> players, EveningOptions options, Action progress, CancellationToken cancellation)
    {
        var random = new Random(options.Seed);
        var table = contestants.All.Where(contestant => contestant.InService).Select(contestant => contestant.Id).ToList();
        var (plays, marks, flips, right) = (0, 0, new List<FlippedLabel>(), new Dictionary<string, List<bool>>());
        foreach (var (player, (ink, digit)) in Turns(players, random))
        {
            // All that is drawn by lot, whether it is needed or not: the same seed marks the same plays, whatever the share of wrong marks.
            var (chosen, isMarked, isFlipped, other) = (table[random.Next(table.Count)], random.NextDouble() < options.Marks, random.NextDouble() < options.WrongLabels, random.Next(1, 10));
            var observation = await game.GuessAsync(DrawnDigit.FromInk(ink, InputKind.Program), new ChosenAlgorithm(chosen), player, asked: null, cancellation);
            await game.RecordAsync(observation, cancellation);
            clock.Pass(ToMark);
            if (isMarked)
            {
                var marked = isFlipped ? (digit + other) % OnnxClassifier.Digits : digit;
                await game.MarkAsync(observation.Id, marked, player, cancellation);
                await personal.SettleAsync().WaitAsync(cancellation);
                marks++;
                if (isFlipped)
                    flips.Add(new FlippedLabel(observation.Id, digit, marked));
            }

            foreach (var guess in observation.Guesses)
                (right.TryGetValue(guess.Algorithm, out var known) ? known : right[guess.Algorithm] = []).Add(guess.Digit == digit);
            clock.Pass(ToDrawNext);
            plays++;
            progress();
        }

        return new EveningSummary(plays, marks, flips, right.ToDictionary(algorithm => algorithm.Key, algorithm => new Proportion(algorithm.Value.Count, algorithm.Value.Count(isRight => isRight))));
    }

    /// <summary>Mixed as at a table, but each player's own drawings in their order.</summary>
    private static IEnumerable<(string Player, (Ink Ink, int Digit) Drawing)> Turns(IReadOnlyList<SimulatedPlayer> players, Random random)
    {
        var turns = players.SelectMany(player => Enumerable.Repeat(player, player.Drawings.Count)).ToArray();
        random.Shuffle(turns);
        var played = new Dictionary<SimulatedPlayer, int>(ReferenceEqualityComparer.Instance);
        foreach (var player in turns)
        {
            var place = played.GetValueOrDefault(player);
            played[player] = place + 1;
            yield return (player.Name, player.Drawings[place]);
        }
    }
}
