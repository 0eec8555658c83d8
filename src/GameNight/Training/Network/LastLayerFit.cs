using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// Fits a last layer by penalised maximum likelihood (softmax regression): the likelihood of the examples, less a penalty on the
/// distance from a prior layer. The problem is strictly convex, so that it has one solution, wherever the search starts.
/// </summary>
internal sealed class LastLayerFit
{
    private const int MaxSteps = 200;

    private readonly LastLayer _prior;
    private readonly double _shrinkage;
    private readonly int _row;
    private readonly double[] _embeddings;
    private readonly double[] _targets;
    private readonly double[] _weights;

    /// <summary>A problem to solve.</summary>
    /// <param name="prior">The layer from which the distance is penalised.</param>
    /// <param name="shrinkage">
    /// The strength: half of it, times the squared distance of the parameters, is added to the loss.
    /// </param>
    /// <param name="examples">The examples; none gives the prior.</param>
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
            var target = _targets.AsSpan(i * OnnxClassifier.Digits, OnnxClassifier.Digits);
            TensorPrimitives.ConvertChecked<float, double>(examples[i].Target, target);
        }
    }

    /// <summary>The layer with the least loss.</summary>
    /// <param name="start">The layer to start from, which only affects the time; null for the prior.</param>
    /// <param name="tolerance">The search ends when no component of the gradient is larger.</param>
    /// <param name="cancellation">Checked at each step.</param>
    public LastLayer Run(LastLayer? start = null, double tolerance = 1e-2, CancellationToken cancellation = default) =>
        new(Lbfgs.Minimise(Loss, (start ?? _prior).Parameters, tolerance, MaxSteps, cancellation));

    /// <summary>The penalised negative log-likelihood of a layer.</summary>
    /// <param name="parameters">The layer's parameters.</param>
    /// <param name="gradient">Filled with the gradient at the parameters.</param>
    internal double Loss(double[] parameters, double[] gradient)
    {
        TensorPrimitives.Subtract(parameters, _prior.Parameters, gradient);
        var loss = _shrinkage / 2 * TensorPrimitives.SumOfSquares<double>(gradient);
        TensorPrimitives.Multiply(gradient, _shrinkage, gradient);
        Span<double> logits = stackalloc double[OnnxClassifier.Digits];
        for (var i = 0; i < _weights.Length; i++)
        {
            var embedding = _embeddings.AsSpan(i * _row, _row);
            var target = _targets.AsSpan(i * OnnxClassifier.Digits, OnnxClassifier.Digits);
            for (var digit = 0; digit < logits.Length; digit++)
                logits[digit] = TensorPrimitives.Dot<double>(parameters.AsSpan(digit * _row, _row), embedding);
            TensorPrimitives.Subtract(logits, TensorPrimitives.Max<double>(logits), logits);
            var expected = TensorPrimitives.Dot<double>(logits, target);
            TensorPrimitives.Exp<double>(logits, logits);
            var sum = TensorPrimitives.Sum<double>(logits);
            loss += _weights[i] * (Math.Log(sum) - expected);
            for (var digit = 0; digit < logits.Length; digit++)
            {
                var row = gradient.AsSpan(digit * _row, _row);
                TensorPrimitives.MultiplyAdd(embedding, _weights[i] * (logits[digit] / sum - target[digit]), row, row);
            }
        }

        return loss;
    }
}
