using GameNight.Drawing.Strokes;
using GameNight.Training.Examples;
using GameNight.Training.SyntheticInk;

namespace GameNight.Benchmarks.LabelNoise;

internal sealed partial class WrongLabelsScenarios
{
    private const int RoundCount = 10;
    private const int ExamplesPerRound = 200;
    private const int AttackerCount = 8;

    /// <summary>
    /// Attackers join from round to round, until there are eight, and more and more of their labels call one digit another. They begin
    /// with the drawings that the network finds least clear. Their other labels are right.
    /// </summary>
    /// <param name="digit">The digit that gets wrong labels.</param>
    /// <param name="label">The wrong label.</param>
    /// <param name="drawn">The drawings with wrong labels; null for the attackers' own drawings of the digit.</param>
    private List<IReadOnlyList<NoisyExample>> Slowly(int digit, int label, IReadOnlyList<TrainingExample>? drawn = null)
    {
        var attackers = Players().Take(AttackerCount).ToList();
        var honest = new Queue<TrainingExample>(Shuffle(writers.Where(example => !attackers.Contains(example.Player))));
        var lies = attackers.ConvertAll(attacker => new Queue<TrainingExample>(
            Lies(attacker, attackers.IndexOf(attacker)).OrderByDescending(example => guess(example.Image).Probabilities[label])));
        var covers = attackers.ConvertAll(attacker => new Queue<TrainingExample>(
            Shuffle(writers.Where(example => example.Player == attacker && example.Digit != digit))));
        var rounds = new List<IReadOnlyList<NoisyExample>>();
        for (var round = 0; round < RoundCount; round++)
        {
            var examples = new List<NoisyExample>();
            for (var attacker = 0; attacker < Math.Min(AttackerCount, 2 + round); attacker++)
            {
                // One to five wrong labels, among up to fifteen right ones.
                for (var i = 0; i <= round / 2 && lies[attacker].TryDequeue(out var lie); i++)
                    examples.Add(new NoisyExample(lie with { Digit = label }, digit));
                for (var i = 0; i < 3 * (1 + round / 2) && covers[attacker].TryDequeue(out var cover); i++)
                    examples.Add(NoisyExample.Correct(cover));
            }

            while (examples.Count < ExamplesPerRound && honest.TryDequeue(out var example))
                examples.Add(NoisyExample.Correct(example));
            rounds.Add([.. Shuffle(examples)]);
        }

        return rounds;

        IEnumerable<TrainingExample> Lies(string attacker, int index) => drawn is null
            ? writers.Where(example => example.Player == attacker && example.Digit == digit)
            : drawn.Where((_, i) => i % AttackerCount == index).Select(example => example with { Player = attacker });
    }

    /// <summary>
    /// The drawings of attackers who know the network: of 3,000 synthetic drawings of a digit, the 200 that resemble the other digit
    /// most.
    /// </summary>
    private List<TrainingExample> DrawUnclear(int digit, int label) => [.. Enumerable.Range(0, 3000).Select(i =>
    {
        var ink = StrokeSkeletons.Draw(digit, _random);
        return new TrainingExample(new Guid(i, 1, 0, new byte[8]), "", ink, InkNormaliser.Normalise(ink), digit);
    }).OrderByDescending(example => guess(example.Image).Probabilities[label]).Take(200)];
}
