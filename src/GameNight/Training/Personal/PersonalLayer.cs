using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;
using GameNight.Training.Network;

namespace GameNight.Training.Personal;

/// <summary>
/// A last layer of one player: near the network's layer, and fitted to the player's labelled drawings, as far as their labels are
/// believed, and to the prototypes. It answers in the network's place only between digits that the player has labelled often enough.
/// Immutable and safe for concurrent use.
/// </summary>
internal sealed class PersonalLayer
{
    /// <summary>The number of examples of a digit from which on the layer may answer it.</summary>
    public const int MinExamples = 3;

    /// <summary>Weak, because a few drawings of a hand say much about the next ones.</summary>
    private const double Shrinkage = 0.01;

    /// <summary>The weight of a prototype, in drawings.</summary>
    private const double PrototypeWeight = 0.05;

    private const double Tolerance = 0.02;

    private readonly LastLayer? _own;
    private readonly bool[] _isKnown;

    private PersonalLayer(LastLayer? own, bool[] isKnown) => (_own, _isKnown) = (own, isKnown);

    /// <summary>Fits the layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="examples">The examples of one player.</param>
    /// <param name="beliefs">For each the belief in its label, 0 to 1.</param>
    /// <param name="start">The layer before, from which the search starts; null for the network's.</param>
    /// <param name="cancellation">Checked between steps.</param>
    public static PersonalLayer Fit(
        PersonalEncoder network,
        IReadOnlyList<PersonalExample> examples,
        IReadOnlyList<double> beliefs,
        PersonalLayer? start,
        CancellationToken cancellation)
    {
        var counts = examples.CountBy(example => example.Digit).ToDictionary();
        bool[] isKnown = [.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => counts.GetValueOrDefault(digit) >= MinExamples)];
        // It answers between two digits at least.
        if (isKnown.Count(known => known) < 2)
            return new PersonalLayer(null, isKnown);
        // A layer carries a wrong label far beyond its drawing, which the memory does not: it waits until there is little doubt.
        var learned = examples.SelectMany((example, i) => example.Copies.Prepend(example.Drawing.Embedding).Select(embedding =>
            WeightedEmbedding.Of(embedding, example.Digit, beliefs[i] * beliefs[i] / (example.Copies.Count + 1))));
        var prototypes = network.Prototypes.Embeddings
            .Select(prototype => WeightedEmbedding.Of(prototype.Embedding, prototype.Digit, PrototypeWeight));
        var fit = new LastLayerFit(network.Layer, Shrinkage, [.. learned, .. prototypes]);
        return new PersonalLayer(fit.Run(start?._own, Tolerance, cancellation), isKnown);
    }

    /// <summary>The layer's ten logits; null where it may not answer.</summary>
    public float[]? Logits(EncodedDrawing drawing)
    {
        if (_own is null || !_isKnown[drawing.Digit])
            return null;
        var own = _own.Logits(drawing.Embedding);
        return _isKnown[TensorPrimitives.IndexOfMax<float>(own)] ? own : null;
    }
}
