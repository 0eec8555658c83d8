using System.Numerics.Tensors;
using GameNight.Statistics;

namespace GameNight.Training.Personal;

/// <summary>
/// Reads one player's drawings: the network, corrected by a last layer of the player's own, by a memory of the player's labels, and by the
/// path of the pen. It is judged by each label before it learns it, and answers as the network where it has been wrong too often lately.
/// Immutable and safe for concurrent use.
/// </summary>
public sealed class PersonalClassifier
{
    /// <summary>
    /// The number of examples that are kept, the newest ones, because a hand changes, and because each takes 13 kB of memory.
    /// </summary>
    public const int MaxExamples = 150;

    /// <summary>The number of examples of each digit that are kept, the newest ones, so that learning stays fast.</summary>
    public const int MaxExamplesPerDigit = 40;

    /// <summary>The highest trust: so many errors, and one more, lose it, however long it was earned.</summary>
    public const int MaxTrust = 3;

    /// <summary>The share of the known examples that is learned in one step when a classifier is computed anew.</summary>
    private const double StepShare = 0.1;

    private readonly PersonalEncoder _network;
    private readonly PersonalLayer? _layer;
    private readonly ResidualMemory _memory;
    private readonly NearestPaths _paths;

    // Whether it read the latest example right before it learned it.
    private readonly bool _foresaw;

    private PersonalClassifier(
        PersonalEncoder network,
        IReadOnlyList<PersonalExample> examples,
        PersonalLayer? before,
        int trust,
        bool foresaw,
        CancellationToken cancellation)
    {
        (_network, Examples, Trust, _foresaw) = (network, examples, trust, foresaw);
        Beliefs = Credibility.Of(examples);
        _layer = examples.Count == 0 ? null : PersonalLayer.Fit(network, examples, Beliefs, before, cancellation);
        _memory = new ResidualMemory(examples, Beliefs, LayerLogits);
        _paths = new NearestPaths(examples, Beliefs);
    }

    /// <summary>The examples that are kept, oldest first.</summary>
    public IReadOnlyList<PersonalExample> Examples { get; }

    /// <summary>For each example the belief in its label, 0 to 1.</summary>
    public IReadOnlyList<double> Beliefs { get; }

    /// <summary>
    /// One more for each label that the classifier foresaw and the network did not, one less for each the other way round, from minus
    /// <see cref="MaxTrust"/> to <see cref="MaxTrust"/>.
    /// </summary>
    public int Trust { get; }

    /// <summary>Whether it answers as it has learned; otherwise it answers as the network.</summary>
    public bool IsTrusted => Trust >= 0 && Examples.Count > 0;

    /// <summary>What is missing to read the latest drawing for sure; null where nothing is, or where it was read right.</summary>
    public MissingExamples? Missing => MissingExamples.Find(Examples, Beliefs, PersonalLayer.MinExamples) is { } missing
        && (!_foresaw || missing.Kind == MissingKind.AnotherDigit) ? missing : null;

    /// <summary>The classifier of a player after examples, in their order.</summary>
    /// <param name="network">The network in service. A classifier belongs to one network.</param>
    /// <param name="examples">The oldest first; perhaps none.</param>
    /// <param name="cancellation">Checked between steps.</param>
    public static PersonalClassifier Of(
        PersonalEncoder network, IReadOnlyList<PersonalExample> examples, CancellationToken cancellation = default)
    {
        var classifier = new PersonalClassifier(network, [], null, 0, foresaw: false, cancellation);
        for (var next = 0; next < examples.Count;)
        {
            var step = Math.Min(Math.Max(1, (int)(next * StepShare)), examples.Count - next);
            classifier = classifier.Learn([.. examples.Skip(next).Take(step)], cancellation);
            next += step;
        }

        return classifier;
    }

    /// <summary>The classifier after one more example.</summary>
    public PersonalClassifier Learn(PersonalExample example) => Learn([example], CancellationToken.None);

    /// <summary>The probabilities of the ten digits.</summary>
    public float[] Predict(EncodedDrawing drawing)
    {
        var logits = IsTrusted ? OwnLogits(drawing) : (float[])drawing.Logits.Clone();
        Softmax.Apply(logits);
        return logits;
    }

    /// <summary>Judges the examples with the classifier as it is, and then learns them.</summary>
    private PersonalClassifier Learn(IReadOnlyList<PersonalExample> added, CancellationToken cancellation)
    {
        var (trust, foresaw) = (Trust, false);
        foreach (var example in added)
        {
            var own = TensorPrimitives.IndexOfMax<float>(OwnLogits(example.Drawing)) == example.Digit ? 1 : 0;
            var network = example.Drawing.Digit == example.Digit ? 1 : 0;
            foresaw = IsTrusted && own == 1;
            trust = Math.Clamp(trust + own - network, -MaxTrust, MaxTrust);
        }

        return new PersonalClassifier(_network, KeepNewest([.. Examples, .. added]), _layer, trust, foresaw, cancellation);
    }

    private float[] OwnLogits(EncodedDrawing drawing)
    {
        var layer = LayerLogits(drawing);
        var logits = layer ?? (float[])drawing.Logits.Clone();
        _memory.Correct(drawing, logits, isOfLayer: layer is not null);
        _paths.Correct(drawing, logits);
        return logits;
    }

    private float[]? LayerLogits(EncodedDrawing drawing) => _layer?.Logits(drawing);

    /// <summary>The newest examples, and of each digit the newest, in the order of all.</summary>
    private static List<PersonalExample> KeepNewest(List<PersonalExample> examples)
    {
        var newest = examples.TakeLast(MaxExamples).Reverse().GroupBy(example => example.Digit)
            .SelectMany(digit => digit.Take(MaxExamplesPerDigit)).ToHashSet(ReferenceEqualityComparer.Instance);
        return examples.FindAll(newest.Contains);
    }
}
