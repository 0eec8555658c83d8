using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Personal;

/// <summary>
/// Remembers, for each labelled drawing, what was missing in the answer: its residual, truth less answer. It corrects the logits of similar
/// drawings by it, so that two drawings of an odd way of writing are enough for the third. A correction ends where a drawing is more
/// like another digit, as prototypes and other labels show it. Immutable and safe for concurrent use.
/// </summary>
/// <remarks>
/// Kernel regression of residuals: E. A. Nadaraya, "On estimating regression", Theory of Probability and its Applications 9 (1964)
/// 141–142, added to the logits; without the division where few examples are near.
/// </remarks>
internal sealed class ResidualMemory
{
    /// <summary>The logits that a residual of 1 adds to the same drawing.</summary>
    private const double Strength = 20;

    /// <summary>The weight of a remembered drawing falls to 1/e at this distance of its likeness from 1.</summary>
    private const double Width = 0.12;

    /// <summary>The difference of likenesses over which a correction fades where a drawing is as like another digit.</summary>
    private const double Softness = 0.02;

    private readonly IReadOnlyList<PersonalExample> _examples;
    private readonly IReadOnlyList<double> _beliefs;
    private readonly double[][] _ofNetwork;
    private readonly double[][] _ofLayer;

    /// <summary>Remembers examples.</summary>
    /// <param name="examples">The examples of one player.</param>
    /// <param name="beliefs">For each the belief in its label, 0 to 1.</param>
    /// <param name="layer">Returns the logits of the player's last layer; null where the network's are the answer.</param>
    public ResidualMemory(IReadOnlyList<PersonalExample> examples, IReadOnlyList<double> beliefs, Func<EncodedDrawing, float[]?> layer)
    {
        (_examples, _beliefs) = (examples, beliefs);
        _ofNetwork = [.. examples.Select(example => Residual(example.Drawing.Logits, example.Digit))];
        _ofLayer = [.. examples.Select((example, i) =>
            layer(example.Drawing) is { } logits ? Residual(logits, example.Digit) : _ofNetwork[i])];
    }

    /// <summary>Adds the corrections for a drawing to ten logits.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="logits">Its ten logits.</param>
    /// <param name="isOfLayer">Whether they are the layer's, and so are the residuals; otherwise both are the network's.</param>
    public void Correct(EncodedDrawing drawing, Span<float> logits, bool isOfLayer)
    {
        if (_examples.Count == 0)
            return;
        var residuals = isOfLayer ? _ofLayer : _ofNetwork;
        var likenesses = _examples.Select(example => (double)drawing.Likeness(example.Drawing)).ToArray();
        var nearest = Array.ConvertAll(drawing.Nearest, cosine => (double)cosine);
        var (mass, correction) = (new double[OnnxClassifier.Digits], new double[OnnxClassifier.Digits]);
        for (var i = 0; i < likenesses.Length; i++)
        {
            ref var own = ref nearest[_examples[i].Digit];
            own = _beliefs[i] > Credibility.Believed ? Math.Max(own, likenesses[i]) : own;
            mass[_examples[i].Digit] += Similarity(i);
        }

        for (var i = 0; i < likenesses.Length; i++)
        {
            var digit = _examples[i].Digit;
            var weight = Strength * Similarity(i) / Math.Max(1, mass[digit])
                * Credibility.Sigmoid((likenesses[i] - MaxExcept(nearest, digit)) / Softness);
            TensorPrimitives.MultiplyAdd(residuals[i], weight, correction, correction);
        }

        for (var digit = 0; digit < correction.Length; digit++)
            logits[digit] += (float)correction[digit];

        double Similarity(int i) => _beliefs[i] * Math.Exp((likenesses[i] - 1) / Width);
    }

    private static double[] Residual(float[] logits, int digit)
    {
        var probabilities = (float[])logits.Clone();
        Softmax.Apply(probabilities);
        return [.. probabilities.Select((probability, i) => (i == digit ? 1.0 : 0) - probability)];
    }

    private static double MaxExcept(double[] values, int index)
    {
        var most = 0.0;
        for (var i = 0; i < values.Length; i++)
            most = i == index ? most : Math.Max(most, values[i]);
        return most;
    }
}
