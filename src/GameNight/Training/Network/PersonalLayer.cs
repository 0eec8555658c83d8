using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// A last layer of one player: near the network's layer, and fitted to the player's labelled drawings. Its answer replaces the
/// network's only between digits that the player has labelled often enough, and only while the layer is trusted: while, each
/// drawing judged before it was learned, it was right as often as the network where they disagreed. Immutable and safe for
/// concurrent use.
/// </summary>
public sealed class PersonalLayer
{
    /// <summary>
    /// The number of varied copies of a drawing that are learned with it; together they weigh as much as one drawing.
    /// </summary>
    public const int Copies = 24;

    /// <summary>The number of examples of a digit from which on the layer may answer it.</summary>
    public const int MinExamples = 3;

    /// <summary>The number of examples of each digit that are kept, the newest ones, so that learning stays fast.</summary>
    public const int MaxExamples = 40;

    /// <summary>Weak, because a few drawings of a hand say much about the next ones.</summary>
    private const double Shrinkage = 0.05;

    /// <summary>The share of the known examples that is learned in one step when a layer is computed anew.</summary>
    private const double StepShare = 0.1;

    private const double Tolerance = 0.02;

    private readonly LastLayer _network;
    private readonly LastLayer _own;
    private readonly int[] _counts;

    private PersonalLayer(LastLayer network, LastLayer own, IReadOnlyList<PersonalExample> examples, int gained, int lost)
    {
        (_network, _own, Examples, Gained, Lost) = (network, own, examples, gained, lost);
        _counts = [.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => examples.Count(example => example.Digit == digit))];
    }

    /// <summary>The examples that are kept, oldest first.</summary>
    public IReadOnlyList<PersonalExample> Examples { get; }

    /// <summary>
    /// The number of examples that, before they were learned, this layer read correctly and the network did not.
    /// </summary>
    public int Gained { get; }

    /// <summary>
    /// The number of examples that, before they were learned, the network read correctly and this layer did not.
    /// </summary>
    public int Lost { get; }

    /// <summary>Whether the layer answers at all, which it does only between digits with <see cref="MinExamples"/>.</summary>
    public bool IsTrusted => Gained >= Lost && _counts.Any(count => count >= MinExamples);

    /// <summary>The layer of a player after examples, in their order.</summary>
    /// <param name="network">The last layer of the network in service. A layer belongs to one network.</param>
    /// <param name="examples">The oldest first; perhaps none.</param>
    /// <param name="cancellation">Checked between steps.</param>
    public static PersonalLayer Of(
        LastLayer network, IReadOnlyList<PersonalExample> examples, CancellationToken cancellation = default)
    {
        var layer = new PersonalLayer(network, network, [], 0, 0);
        for (var next = 0; next < examples.Count;)
        {
            var step = Math.Min(Math.Max(1, (int)(next * StepShare)), examples.Count - next);
            layer = layer.Learn([.. examples.Skip(next).Take(step)], cancellation);
            next += step;
        }

        return layer;
    }

    /// <summary>The layer after one more example.</summary>
    public PersonalLayer Learn(PersonalExample example) => Learn([example], CancellationToken.None);

    /// <summary>The probabilities of the ten digits: the layer's own where it may answer, otherwise the network's.</summary>
    public float[] Predict(ReadOnlySpan<float> embedding)
    {
        var (network, own) = (_network.Predict(embedding), _own.Predict(embedding));
        var isKnown = _counts[MostLikely(network)] >= MinExamples && _counts[MostLikely(own)] >= MinExamples;
        return Gained >= Lost && isKnown ? own : network;
    }

    /// <summary>Judges the examples with the layer as it is, and then learns them.</summary>
    private PersonalLayer Learn(IReadOnlyList<PersonalExample> added, CancellationToken cancellation)
    {
        var (gained, lost) = (Gained, Lost);
        foreach (var example in added)
        {
            var networkIsRight = MostLikely(_network.Predict(example.Embeddings[0])) == example.Digit;
            var ownIsRight = MostLikely(_own.Predict(example.Embeddings[0])) == example.Digit;
            gained += ownIsRight && !networkIsRight ? 1 : 0;
            lost += networkIsRight && !ownIsRight ? 1 : 0;
        }

        var kept = KeepNewest([.. Examples, .. added]);
        var embeddings = kept.SelectMany(example => example.Embeddings.Select(embedding =>
            WeightedEmbedding.Of(embedding, example.Digit, 1.0 / example.Embeddings.Count))).ToList();
        var own = new LastLayerFit(_network, Shrinkage, embeddings).Run(_own, Tolerance, cancellation);
        return new PersonalLayer(_network, own, kept, gained, lost);
    }

    /// <summary>The newest examples of each digit, in the order of all.</summary>
    private static List<PersonalExample> KeepNewest(List<PersonalExample> examples)
    {
        var newest = examples.AsEnumerable().Reverse().GroupBy(example => example.Digit)
            .SelectMany(digit => digit.Take(MaxExamples)).ToHashSet(ReferenceEqualityComparer.Instance);
        return examples.FindAll(newest.Contains);
    }

    private static int MostLikely(float[] probabilities) => TensorPrimitives.IndexOfMax<float>(probabilities);
}
