using System.Buffers.Binary;
using System.Numerics.Tensors;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Network;

/// <summary>
/// A summary of the images that a network was originally trained on: for each digit, the mean and the covariance of their
/// embeddings. Embeddings drawn from it are rehearsed when new drawings are learned, so that the old ones are not forgotten. It
/// contains no image and no single embedding.
/// </summary>
/// <remarks>
/// T. L. Hayes, N. D. Cahill, C. Kanan, "Memory efficient experience replay for streaming learning", ICRA 2019, rehearses clusters
/// in the same way.
/// </remarks>
public sealed class Rehearsal
{
    /// <summary>The name of its file beside a version's model.</summary>
    public const string FileName = "embeddings.bin";

    /// <summary>
    /// Added to each variance, as a share of their mean, because embeddings have directions without any variance.
    /// </summary>
    private const double Ridge = 1e-6;

    private readonly Gaussian[] _digits;

    private Rehearsal(Gaussian[] digits) => _digits = digits;

    /// <summary>The length of an embedding.</summary>
    public int Width => _digits[0].Mean.Length;

    /// <summary>Summarises embeddings.</summary>
    /// <param name="embeddings">At least two of each digit.</param>
    public static Rehearsal Of(IEnumerable<(float[] Embedding, int Digit)> embeddings)
    {
        var byDigit = embeddings.ToLookup(labelled => labelled.Digit, labelled => labelled.Embedding);
        return new([.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => Gaussian.Of([.. byDigit[digit]]))]);
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidModelException">The bytes are not a summary of embeddings.</exception>
    public static Rehearsal Parse(ReadOnlySpan<byte> bytes)
    {
        var width = bytes.Length < sizeof(int) ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (width is < 1 or > 4096 || bytes.Length != sizeof(int) + OnnxClassifier.Digits * Gaussian.CountNumbers(width) * sizeof(float))
            throw new InvalidModelException($"{FileName} is no summary of embeddings: {bytes.Length} bytes for a width of {width}.");
        var digits = new Gaussian[OnnxClassifier.Digits];
        for (var digit = 0; digit < digits.Length; digit++)
        {
            var numbers = new double[Gaussian.CountNumbers(width)];
            for (var i = 0; i < numbers.Length; i++)
            {
                var offset = sizeof(int) + (digit * numbers.Length + i) * sizeof(float);
                numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[offset..]);
            }

            if (!TensorPrimitives.IsFiniteAll<double>(numbers))
                throw new InvalidModelException($"{FileName} holds a number that is not finite.");
            digits[digit] = Gaussian.FromNumbers(numbers, width);
        }

        return new Rehearsal(digits);
    }

    /// <summary>
    /// The width, then for each digit the mean and the lower triangle of the covariance, row by row, as floats; little-endian.
    /// </summary>
    public byte[] ToBytes()
    {
        var numbers = _digits.SelectMany(digit => digit.ToNumbers()).ToList();
        var bytes = new byte[sizeof(int) + numbers.Count * sizeof(float)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Width);
        for (var i = 0; i < numbers.Count; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(int) + i * sizeof(float)), (float)numbers[i]);
        return bytes;
    }

    /// <summary>Draws embeddings of a digit from the normal distribution with its mean and covariance.</summary>
    public IEnumerable<float[]> Draw(int digit, int count, Random random)
    {
        var gaussian = _digits[digit];
        var factor = gaussian.CholeskyFactor(Ridge);
        var (noise, embedding) = (new double[Width], new double[Width]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < Width; j++)
                noise[j] = random.Normal();
            for (var j = 0; j < Width; j++)
                embedding[j] = gaussian.Mean[j] + TensorPrimitives.Dot<double>(factor[j], noise.AsSpan(0, j + 1));
            yield return Array.ConvertAll(embedding, value => (float)value);
        }
    }
}
