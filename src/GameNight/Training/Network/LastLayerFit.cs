using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// Softmax regression by penalised maximum likelihood: the layer that makes the examples likely without going far from the
/// one it starts from. Convex, so there is one answer, whatever it starts from.
/// </summary>
internal sealed class LastLayerFit
{
    private const int Steps = 200;

    private readonly LastLayer _prior;
    private readonly double _shrinkage;
    private readonly int _row;
    private readonly double[] _embeddings;
    private readonly double[] _targets;
    private readonly double[] _weights;

    /// <param name="prior">What the layer is drawn to.</param>
    /// <param name="shrinkage">How strongly: half of it times the squared distance of all weights is added to the loss.</param>
    /// <param name="examples">What to learn from.</param>
    public LastLayerFit(LastLayer prior, double shrinkage, IReadOnlyList<WeightedEmbedding> examples)
    {
        (_prior, _shrinkage, _row) = (prior, shrinkage, prior.Width + 1);
        _embeddings = new double[examples.Count * _row];
        _targets = new double[examples.Count * OnnxClassifier.Digits];
        _weights = [.. examples.Select(example => example.Weight)];
        for (var i = 0; i < examples.Count; i++)
        {
            var row = _embeddings.AsSpan(i * _row, _row);
            TensorPrimitives.ConvertChecked(examples[i].Embedding.Span, row[..^1]);
            row[^1] = 1;
            TensorPrimitives.ConvertChecked<float, double>(examples[i].Target, _targets.AsSpan(i * OnnxClassifier.Digits, OnnxClassifier.Digits));
        }
    }

    /// <param name="start">Where to begin, if not at the prior: it makes no difference but to the time.</param>
    /// <param name="tolerance">Ends when no component of the gradient is larger.</param>
    /// <param name="cancellation">Asked at each step.</param>
    public LastLayer Run(LastLayer? start = null, double tolerance = 1e-2, CancellationToken cancellation = default) =>
        new(Lbfgs.Minimise(Loss, (start ?? _prior).Parameters, tolerance, Steps, cancellation));

    /// <summary>The penalised loss of a layer; the gradient is filled in.</summary>
    internal double Loss(double[] parameters, double[] gradient)
    {
        TensorPrimitives.Subtract(parameters, _prior.Parameters, gradient);
        var loss = _shrinkage / 2 * TensorPrimitives.SumOfSquares<double>(gradient);
        TensorPrimitives.Multiply(gradient, _shrinkage, gradient);
        Span<double> scores = stackalloc double[OnnxClassifier.Digits];
        for (var i = 0; i < _weights.Length; i++)
        {
            var embedding = _embeddings.AsSpan(i * _row, _row);
            var target = _targets.AsSpan(i * OnnxClassifier.Digits, OnnxClassifier.Digits);
            for (var digit = 0; digit < scores.Length; digit++)
                scores[digit] = TensorPrimitives.Dot<double>(parameters.AsSpan(digit * _row, _row), embedding);
            TensorPrimitives.Subtract(scores, TensorPrimitives.Max<double>(scores), scores);
            var expected = TensorPrimitives.Dot<double>(scores, target);
            TensorPrimitives.Exp<double>(scores, scores);
            var sum = TensorPrimitives.Sum<double>(scores);
            loss += _weights[i] * (Math.Log(sum) - expected);
            for (var digit = 0; digit < scores.Length; digit++)
            {
                var row = gradient.AsSpan(digit * _row, _row);
                TensorPrimitives.MultiplyAdd(embedding, _weights[i] * (scores[digit] / sum - target[digit]), row, row);
            }
        }

        return loss;
    }
}
