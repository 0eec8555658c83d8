using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;
using GameNight.Rookie;
using GameNight.Statistics;
using GameNight.Storage;

namespace GameNight.Simulation;

/// <summary>
/// Plays a game night without people. Guesses, observations and labels are made by the same services as with people.
/// </summary>
/// <param name="game">The service that is played with.</param>
/// <param name="personal">The players' own contestants; the evening waits until each label is learned.</param>
/// <param name="rookie">The rookie; the evening waits until it knows each label.</param>
/// <param name="contestants">The contestants, of which those in service are chosen.</param>
/// <param name="clock">The clock of the services.</param>
public sealed class SimulatedEvening(
    PlayService game, PersonalizationService personal, RookieTrainer rookie, Contestants contestants, SimulatedClock clock)
{
    /// <summary>
    /// Far longer than a label takes to be learned. The simulated clock fires no timers, so a failed attempt never gets its second one.
    /// </summary>
    private static readonly TimeSpan LearnTimeout = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan TimeToLabel = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan TimeToDrawNext = TimeSpan.FromSeconds(16);

    /// <summary>Plays all drawings of all players, in a random order and each with a random contestant.</summary>
    /// <param name="players">The players.</param>
    /// <param name="options">How the drawings are labelled.</param>
    /// <param name="progress">Called after each drawing.</param>
    /// <param name="cancellation">Stops the evening; what has been played stays stored.</param>
    /// <exception cref="ContestantUnavailableException">The chosen contestant could not guess.</exception>
    /// <exception cref="StoreException">The store could not be written.</exception>
    /// <exception cref="TimeoutException">A label was not learned, because the store failed; the log says why.</exception>
    public async Task<EveningSummary> PlayAsync(
        IReadOnlyList<SimulatedPlayer> players, EveningOptions options, Action progress, CancellationToken cancellation)
    {
        var random = new Random(options.Seed);
        var inService = contestants.All.Where(contestant => contestant.InService).Select(contestant => contestant.Id).ToList();
        var (plays, labels, flips, correct) = (0, 0, new List<FlippedLabel>(), new Dictionary<string, List<bool>>());
        foreach (var (player, (ink, digit)) in Turns(players, random))
        {
            // Every turn draws the same random numbers, so that a seed labels the same drawings, whatever the share of wrong labels.
            var chosen = new ChosenAlgorithm(inService[random.Next(inService.Count)]);
            var (isLabelled, isFlipped) = (random.NextDouble() < options.LabelShare, random.NextDouble() < options.WrongLabelShare);
            var otherDigit = (digit + random.Next(1, OnnxClassifier.Digits)) % OnnxClassifier.Digits;

            var drawing = DrawnDigit.FromInk(ink, InputKind.Program);
            var observation = await game.GuessAsync(drawing, chosen, player, PlayOrigin.Host, asked: null, cancellation);
            await game.RecordAsync(observation, cancellation);
            clock.Advance(TimeToLabel);
            if (isLabelled)
            {
                var label = isFlipped ? otherDigit : digit;
                await game.LabelAsync(observation.Id, label, player, cancellation);
                await personal.SettleAsync().WaitAsync(LearnTimeout, TimeProvider.System, cancellation);
                await rookie.CatchUpAsync(cancellation);
                labels++;
                if (isFlipped)
                    flips.Add(new FlippedLabel(observation.Id, digit, label));
            }

            foreach (var guess in observation.Guesses)
                (correct.TryGetValue(guess.Algorithm, out var known) ? known : correct[guess.Algorithm] = []).Add(guess.Digit == digit);
            clock.Advance(TimeToDrawNext);
            plays++;
            progress();
        }

        var accuracy = correct.ToDictionary(
            algorithm => algorithm.Key,
            algorithm => new Proportion(algorithm.Value.Count, algorithm.Value.Count(isCorrect => isCorrect)));
        return new EveningSummary(plays, labels, flips, accuracy);
    }

    /// <summary>The players' drawings in a random order that keeps the order of each player's own.</summary>
    private static IEnumerable<(string Player, (Ink Ink, int Digit) Drawing)> Turns(IReadOnlyList<SimulatedPlayer> players, Random random)
    {
        var turns = players.SelectMany(player => Enumerable.Repeat(player, player.Drawings.Count)).ToArray();
        random.Shuffle(turns);
        var played = new Dictionary<SimulatedPlayer, int>(ReferenceEqualityComparer.Instance);
        foreach (var player in turns)
        {
            var next = played.GetValueOrDefault(player);
            played[player] = next + 1;
            yield return (player.Name, player.Drawings[next]);
        }
    }
}
