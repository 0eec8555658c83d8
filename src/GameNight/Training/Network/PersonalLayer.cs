using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// One player's own last layer over the network's embeddings: near the network's layer, and moved by every mark of this
/// player. It answers only where it has earned that: between digits it knows from this hand, and while, each mark judged
/// before it was learned, its contradictions were right at least as often as the network. Otherwise the network's answer
/// stands. Immutable; safe for concurrent use.
/// </summary>
public sealed class PersonalLayer
{
    /// <summary>How many varied copies of a drawing are worth learning beside it; together they count as one drawing.</summary>
    public const int Copies = 24;

    /// <summary>So many marks of a digit, and the layer may answer it.</summary>
    public const int Enough = 3;

    /// <summary>The newest marks of each digit that are learned from; older ones are forgotten, so that learning stays fast.</summary>
    public const int Remembered = 40;

    /// <summary>Weak, because a few drawings of a hand say much about the next ones.</summary>
    private const double Shrinkage = 0.05;

    /// <summary>When starting over, so large a share of what is known is learned in one step.</summary>
    private const double Step = 0.1;

    private const double Tolerance = 0.02;

    private readonly LastLayer _network;
    private readonly LastLayer _own;
    private readonly int[] _known;

    private PersonalLayer(LastLayer network, LastLayer own, IReadOnlyList<PersonalExample> marks, int gained, int lost)
    {
        (_network, _own, Marks, Gained, Lost) = (network, own, marks, gained, lost);
        _known = [.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => marks.Count(mark => mark.Digit == digit))];
    }

    /// <summary>What it remembers, oldest first: all that is needed to make it again.</summary>
    public IReadOnlyList<PersonalExample> Marks { get; }

    /// <summary>How many marked drawings it alone read as they were meant, and not the network, before it learned from them.</summary>
    public int Gained { get; }

    /// <summary>How many the network alone read.</summary>
    public int Lost { get; }

    /// <summary>Whether it answers at all; if so, only between digits that it has marks <see cref="Enough"/> of.</summary>
    public bool IsTrusted => Gained >= Lost && _known.Any(marks => marks >= Enough);

    /// <summary>A player's layer as it is after these marks, in their order.</summary>
    /// <param name="network">The last layer of the network in service. Another one there needs another of these.</param>
    /// <param name="marks">The oldest first; any number.</param>
    /// <param name="cancellation">Asked between steps.</param>
    public static PersonalLayer Of(LastLayer network, IReadOnlyList<PersonalExample> marks, CancellationToken cancellation = default)
    {
        var layer = new PersonalLayer(network, network, [], 0, 0);
        for (var next = 0; next < marks.Count;)
        {
            var step = Math.Min(Math.Max(1, (int)(next * Step)), marks.Count - next);
            layer = layer.Learn([.. marks.Skip(next).Take(step)], cancellation);
            next += step;
        }

        return layer;
    }

    /// <summary>The layer that has learned one more drawing.</summary>
    public PersonalLayer Learn(PersonalExample mark) => Learn([mark], CancellationToken.None);

    /// <summary>The probabilities of the ten digits: its own where it has earned it, else the network's.</summary>
    public float[] Predict(ReadOnlySpan<float> embedding)
    {
        var (network, own) = (_network.Predict(embedding), _own.Predict(embedding));
        return Gained >= Lost && _known[MostLikely(network)] >= Enough && _known[MostLikely(own)] >= Enough ? own : network;
    }

    /// <summary>Judges first, by what it knew until now, and learns then.</summary>
    private PersonalLayer Learn(IReadOnlyList<PersonalExample> marks, CancellationToken cancellation)
    {
        var (gained, lost) = (Gained, Lost);
        foreach (var mark in marks)
        {
            var (network, own) = (MostLikely(_network.Predict(mark.Embeddings[0])) == mark.Digit, MostLikely(_own.Predict(mark.Embeddings[0])) == mark.Digit);
            (gained, lost) = (gained + (own && !network ? 1 : 0), lost + (network && !own ? 1 : 0));
        }

        var all = Marks.Concat(marks).Reverse().GroupBy(mark => mark.Digit).SelectMany(digit => digit.Take(Remembered)).ToHashSet(ReferenceEqualityComparer.Instance);
        var remembered = Marks.Concat(marks).Where(all.Contains).ToList();
        var examples = remembered.SelectMany(mark => mark.Embeddings.Select(embedding => WeightedEmbedding.Of(embedding, mark.Digit, 1.0 / mark.Embeddings.Count))).ToList();
        return new PersonalLayer(_network, new LastLayerFit(_network, Shrinkage, examples).Run(_own, Tolerance, cancellation), remembered, gained, lost);
    }

    private static int MostLikely(float[] probabilities) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax<float>(probabilities);
}
