using GameNight.Datasets;
using GameNight.Drawing.Strokes;
using GameNight.Training.SyntheticInk;

namespace GameNight.Retraining.Evaluation;

/// <summary>What no version may forget: made-up drawings of every way of writing, and MNIST's test set where it is present.</summary>
/// <param name="mnist">The folder of MNIST's files; null where there is none.</param>
public sealed class GuardSets(string? mnist)
{
    /// <summary>Never trained on: the learners' seeds are others.</summary>
    private const int Seed = 20_261_120;

    private const int MadeUp = 3000;

    private IReadOnlyList<EvaluationSet>? _sets;

    /// <summary>The same sets in every run.</summary>
    /// <exception cref="InvalidDataException">MNIST's files are not what they should be.</exception>
    public async Task<IReadOnlyList<EvaluationSet>> ReadAsync() => _sets ??= await Task.Run(() => ReadAsync(mnist));

    private static async Task<IReadOnlyList<EvaluationSet>> ReadAsync(string? mnist)
    {
        List<EvaluationSet> sets =
        [
            new("guard", [.. Enumerable.Range(0, MadeUp).Select(i => InkNormaliser.Normalise(StrokeSkeletons.Draw(i % 10, new Random(Seed + i))))], [.. Enumerable.Range(0, MadeUp).Select(i => i % 10)]),
        ];
        if (mnist is not null)
        {
            var test = await MnistDataset.ReadTestSetAsync(mnist, CancellationToken.None);
            sets.Add(new("mnist-test", [.. test.Select(item => item.Image)], [.. test.Select(item => item.Label)]));
        }

        return sets;
    }
}
