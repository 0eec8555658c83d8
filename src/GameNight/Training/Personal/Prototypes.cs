using System.Numerics.Tensors;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Recognition.Guessing;
using GameNight.Training.SyntheticInk;

namespace GameNight.Training.Personal;

/// <summary>
/// Made-up drawings of each digit, as people commonly write it. They stand for the digits that a player has not drawn yet: what is learned
/// of an odd seven must not reach as far as an ordinary one. Immutable and safe for concurrent use.
/// </summary>
internal sealed class Prototypes
{
    /// <summary>The number of drawings of each digit, less those that the network misreads.</summary>
    private const int OfEachDigit = 60;

    private readonly List<EncodedDrawing>[] _digits;

    private Prototypes(List<EncodedDrawing>[] digits) => _digits = digits;

    /// <summary>The embeddings with their digits.</summary>
    public IEnumerable<(float[] Embedding, int Digit)> Embeddings =>
        _digits.SelectMany((drawings, digit) => drawings.Select(drawing => (drawing.Embedding, digit)));

    /// <summary>Draws the prototypes, always the same, and encodes them.</summary>
    /// <param name="encode">Encodes an image; <see cref="EncodedDrawing.Nearest"/> is not needed.</param>
    public static Prototypes Draw(Func<DigitImage, EncodedDrawing> encode) =>
        new([.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit =>
            Enumerable.Range(0, OfEachDigit)
                .Select(i => encode(InkNormaliser.Normalise(StrokeSkeletons.Draw(digit, new Random(i * OnnxClassifier.Digits + digit)))))
                .Where(drawing => drawing.Digit == digit).ToList())]);

    /// <summary>For each digit the cosine with the nearest prototype.</summary>
    /// <param name="features">A vector of length 1.</param>
    public float[] Nearest(float[] features) => Array.ConvertAll(_digits, drawings =>
        drawings.Select(drawing => TensorPrimitives.Dot<float>(features, drawing.Features)).DefaultIfEmpty().Max());
}
