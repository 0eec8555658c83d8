using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Retraining.Evaluation;

/// <summary>The drawings that no version may forget: synthetic ones of every way of writing, and MNIST's test set if present.</summary>
/// <param name="mnist">The folder of MNIST's files; null where there is none.</param>
public sealed class GuardSets(string? mnist)
{
    /// <summary>Differs from the learners' seeds, so that none of these drawings is trained on.</summary>
    private const int Seed = 20_261_120;

    private const int Synthetic = 3000;

    private IReadOnlyList<EvaluationSet>? _sets;

    /// <summary>Reads the sets: "guard" and, where MNIST is present, "mnist-test". They are the same in every run.</summary>
    /// <exception cref="InvalidDataException">A file of MNIST is damaged.</exception>
    public async Task<IReadOnlyList<EvaluationSet>> ReadAsync(CancellationToken cancellation) =>
        _sets ??= await Task.Run(() => ReadAsync(mnist, cancellation), cancellation);

    private static async Task<IReadOnlyList<EvaluationSet>> ReadAsync(string? mnist, CancellationToken cancellation)
    {
        int[] digits = [.. Enumerable.Range(0, Synthetic).Select(i => i % 10)];
        var drawings = digits.Select((digit, i) => InkNormaliser.Normalise(StrokeSkeletons.Draw(digit, new Random(Seed + i))));
        List<EvaluationSet> sets = [new("guard", [.. drawings], digits)];
        if (mnist is not null)
        {
            var test = await MnistDataset.ReadTestSetAsync(mnist, cancellation);
            sets.Add(new("mnist-test", [.. test.Select(item => item.Image)], [.. test.Select(item => item.Label)]));
        }

        return sets;
    }
}
