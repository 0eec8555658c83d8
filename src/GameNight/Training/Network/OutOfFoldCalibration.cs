using System.Numerics.Tensors;
using GameNight.Statistics;
using GameNight.Training.Examples;

namespace GameNight.Training.Network;

/// <summary>Fits the temperature of a version to what models of the other folds answered, and applies it to those answers.</summary>
internal static class OutOfFoldCalibration
{
    /// <summary>
    /// The expected deviation of the temperature's logarithm from 0: a few examples that are all right say little about it.
    /// </summary>
    private const double Deviation = 0.2;

    /// <summary>Calibrates with at least two folds.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="logits">For each example ten logits, by a model that learned from the other folds.</param>
    /// <returns>
    /// The temperature of the version, by all examples; and the probabilities of each example in the caller's order. Those of a fold
    /// have the temperature that the labels of the other folds gave, so that no answer has seen its own label.
    /// </returns>
    public static (float Temperature, IReadOnlyList<float[]> Probabilities) Of(FoldedExamples examples, IReadOnlyList<float[]> logits)
    {
        var probabilities = new float[logits.Count][];
        foreach (var fold in examples.Numbers)
        {
            var temperature = Fit(examples.Of(fold, others: true));
            foreach (var i in examples.Of(fold))
            {
                TensorPrimitives.Divide(logits[i], temperature, probabilities[i] = new float[logits[i].Length]);
                Softmax.Apply(probabilities[i]);
            }
        }

        return (Fit([.. Enumerable.Range(0, logits.Count)]), examples.ToCallersOrder(probabilities));

        float Fit(int[] of) =>
            Temperature.Fit([.. of.SelectMany(i => logits[i])], Array.ConvertAll(of, i => examples.Examples[i].Digit), Deviation);
    }
}
