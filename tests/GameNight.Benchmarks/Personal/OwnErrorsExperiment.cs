using System.Collections.Concurrent;
using GameNight.Benchmarks.Training;
using GameNight.Recognition.Guessing;
using GameNight.Training.Examples;
using GameNight.Training.Personal;

namespace GameNight.Benchmarks.Personal;

/// <summary>Teaches each writer's own contestant some marks of each digit, and judges it on the writer's other drawings.</summary>
/// <param name="network">The network that ships.</param>
/// <param name="recorded">The drawings.</param>
internal sealed class OwnErrorsExperiment(PersonalEncoder network, RecordedWriters recorded)
{
    private readonly ConcurrentDictionary<Guid, EncodedDrawing> _drawings = new();

    /// <summary>The number of marks of each digit.</summary>
    public required int EachDigit { get; init; }

    /// <summary>Measures all writers.</summary>
    /// <param name="wrongShare">The probability of each mark to be of another digit, drawn by lot.</param>
    /// <param name="seeds">The number of choices of the marks.</param>
    /// <param name="cancellation">Checked for each writer.</param>
    public IReadOnlyList<OwnErrors> Measure(double wrongShare, int seeds, CancellationToken cancellation)
    {
        var runs = recorded.Examples.GroupBy(example => example.Player)
            .SelectMany(writer => Enumerable.Range(0, seeds).Select(seed => (Writer: writer.ToArray(), Seed: seed))).ToList();
        var errors = new OwnErrors[runs.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation };
        Parallel.For(0, runs.Count, options, i => errors[i] = Measure(runs[i].Writer, wrongShare, runs[i].Seed));
        return errors;
    }

    private OwnErrors Measure(TrainingExample[] drawings, double wrongShare, int seed)
    {
        var random = new Random(seed);
        random.Shuffle(drawings);
        var learned = drawings.GroupBy(example => example.Digit).SelectMany(digit => digit.Take(EachDigit)).ToHashSet();
        var own = PersonalClassifier.Of(network, []);
        foreach (var example in drawings.Where(learned.Contains))
            own = own.Learn(network.Of(Mark(example)));
        var unseen = drawings.Where(example => !learned.Contains(example))
            .Select(example => (Drawing: _drawings.GetOrAdd(example.Id, _ => network.Of(example.Image, example.Ink)), example.Digit))
            .ToList();
        return new OwnErrors(
            drawings[0].Player,
            seed,
            wrongShare,
            unseen.Count,
            unseen.Count(example => example.Drawing.Digit != example.Digit),
            unseen.Count(example => new Guess("", "", own.Predict(example.Drawing)).Digit != example.Digit));

        TrainingExample Mark(TrainingExample example) => random.NextDouble() < wrongShare
            ? example with { Digit = (example.Digit + random.Next(1, OnnxClassifier.Digits)) % OnnxClassifier.Digits }
            : example;
    }
}
