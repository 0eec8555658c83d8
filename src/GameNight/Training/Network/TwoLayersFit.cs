using System.Numerics.Tensors;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Network;

/// <summary>
/// Fits the last two layers of a network by stochastic gradient descent with Nesterov's momentum on the cross-entropy. Each batch has
/// examples to learn and some to rehearse; each step also pulls the parameters towards those that they began with. On one thread, so
/// that the same examples always give the same layers.
/// </summary>
/// <remarks>
/// I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and momentum in deep learning", ICML 2013. The
/// learning rate falls as a half cosine (I. Loshchilov, F. Hutter, "SGDR", ICLR 2017). The pull is L2-SP (X. Li, Y. Grandvalet,
/// F. Davoine, "Explicit inductive bias for transfer learning with convolutional networks", ICML 2018).
/// </remarks>
internal sealed class TwoLayersFit
{
    private readonly TwoLayersFitOptions _options;
    private readonly DenseParameters _hidden;
    private readonly DenseParameters _last;

    // For each example of the batch, one after the other: features, embedding, logits and then the gradients with respect to the latter.
    private readonly float[] _features;
    private readonly float[] _embeddings;
    private readonly float[] _logits;
    private readonly float[] _embeddingGradients;

    private TwoLayersFit(TwoLayers start, TwoLayersFitOptions options)
    {
        _options = options;
        _hidden = new DenseParameters(start.Hidden.Weights, start.Hidden.Biases);
        var rows = Array.ConvertAll(start.Last.Parameters.ToArray(), value => (float)value).Chunk(start.Last.Width + 1).ToList();
        _last = new DenseParameters([.. rows.SelectMany(row => row[..^1])], [.. rows.Select(row => row[^1])]);
        var batch = options.Batch + options.RehearsedBatch;
        _features = new float[batch * start.Hidden.Features];
        _embeddings = new float[batch * _hidden.Outputs];
        _embeddingGradients = new float[batch * _hidden.Outputs];
        _logits = new float[batch * OnnxClassifier.Digits];
    }

    /// <summary>Fits layers.</summary>
    /// <param name="start">The layers to start from and to stay near to.</param>
    /// <param name="learned">What is learned, at least one example.</param>
    /// <param name="rehearsed">What must not be forgotten; may be empty.</param>
    /// <param name="options">The parameters.</param>
    /// <param name="cancellation">Checked at each step.</param>
    public static TwoLayers Run(
        TwoLayers start,
        IReadOnlyList<FeatureExample> learned,
        IReadOnlyList<FeatureExample> rehearsed,
        TwoLayersFitOptions options,
        CancellationToken cancellation) =>
        new TwoLayersFit(start, options).Run(learned, rehearsed, cancellation);

    private TwoLayers Run(
        IReadOnlyList<FeatureExample> learned, IReadOnlyList<FeatureExample> rehearsed, CancellationToken cancellation)
    {
        var random = new Random(_options.Seed);
        var (examples, others) = (new Deck(learned, random), new Deck(rehearsed, random));
        var steps = Math.Max(_options.MinSteps, (int)Math.Ceiling(_options.Epochs * learned.Count / _options.Batch));
        var batch = new List<FeatureExample>();
        for (var step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.Clear();
            examples.Deal(_options.Batch, batch);
            others.Deal(_options.RehearsedBatch, batch);
            var rate = _options.LearningRate * 0.5 * (1 + Math.Cos(Math.PI * step / steps));
            Step(batch, (float)rate);
        }

        return new TwoLayers(_hidden.ToHiddenLayer(), _last.ToLastLayer());
    }

    private void Step(List<FeatureExample> batch, float rate)
    {
        var (width, digits) = (_hidden.Outputs, OnnxClassifier.Digits);
        for (var i = 0; i < batch.Count; i++)
            TensorPrimitives.ConvertToSingle(batch[i].Features, Features(i));
        _hidden.Forward(batch.Count, i => Features(i), _embeddings);
        TensorPrimitives.Max(_embeddings, 0, _embeddings);
        _last.Forward(batch.Count, i => _embeddings.AsSpan(i * width, width), _logits);
        for (var i = 0; i < batch.Count; i++)
        {
            var logits = _logits.AsSpan(i * digits, digits);
            Softmax.Apply(logits);
            TensorPrimitives.Subtract(logits, batch[i].Target, logits);
            TensorPrimitives.Divide(logits, batch.Count, logits);
        }

        _last.Backward(batch.Count, _logits, _embeddingGradients);
        for (var i = 0; i < batch.Count * width; i++)
        {
            if (_embeddings[i] <= 0)
                _embeddingGradients[i] = 0;
        }

        _last.Step(batch.Count, i => _embeddings.AsSpan(i * width, width), _logits, rate, _options.Momentum, _options.Pull);
        _hidden.Step(batch.Count, i => Features(i), _embeddingGradients, rate, _options.Momentum, _options.Pull);

        Span<float> Features(int example)
        {
            var length = batch[example].Features.Length;
            return _features.AsSpan(example * length, length);
        }
    }

    /// <summary>Deals examples in a random order, each once before any twice.</summary>
    private sealed class Deck(IReadOnlyList<FeatureExample> cards, Random random)
    {
        private readonly FeatureExample[] _cards = [.. cards];
        private int _next = cards.Count;

        public void Deal(int count, List<FeatureExample> to)
        {
            for (var i = 0; i < count && _cards.Length > 0; i++)
            {
                if (_next == _cards.Length)
                {
                    random.Shuffle(_cards);
                    _next = 0;
                }

                to.Add(_cards[_next++]);
            }
        }
    }
}
