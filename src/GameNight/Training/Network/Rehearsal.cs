using System.Buffers.Binary;
using System.Numerics.Tensors;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Statistics;

namespace GameNight.Training.Network;

/// <summary>
/// What a network saw before anybody marked anything, in short: for each digit, the mean and the covariance of its training
/// images' embeddings. Learning goes over draws from them too, so that the old is not forgotten; no image and no single
/// embedding is kept.
/// </summary>
/// <remarks>Hayes, Cahill, Kanan, "Memory efficient experience replay for streaming learning" (2019), keeps clusters in the same way.</remarks>
public sealed class Rehearsal
{
    /// <summary>The file beside a version's model.</summary>
    public const string File = "embeddings.bin";

    /// <summary>Added to each variance, as a share of their mean: embeddings have directions in which nothing varies.</summary>
    private const double Ridge = 1e-6;

    private readonly Gaussian[] _digits;

    private Rehearsal(Gaussian[] digits) => _digits = digits;

    /// <summary>How many numbers an embedding has.</summary>
    public int Width => _digits[0].Mean.Length;

    /// <summary>Sums up embeddings; each digit has at least two.</summary>
    public static Rehearsal Of(IEnumerable<(float[] Embedding, int Digit)> embeddings)
    {
        var byDigit = embeddings.ToLookup(known => known.Digit, known => known.Embedding);
        return new([.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => Gaussian.Of([.. byDigit[digit]]))]);
    }

    /// <exception cref="InvalidModelException">These bytes are none.</exception>
    public static Rehearsal Parse(ReadOnlySpan<byte> bytes)
    {
        var width = bytes.Length < sizeof(int) ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (width is < 1 or > 4096 || bytes.Length != sizeof(int) + OnnxClassifier.Digits * Gaussian.Numbers(width) * sizeof(float))
            throw new InvalidModelException($"{File} is no summary of embeddings: {bytes.Length} bytes for a width of {width}.");
        var digits = new Gaussian[OnnxClassifier.Digits];
        for (var digit = 0; digit < digits.Length; digit++)
        {
            var numbers = new double[Gaussian.Numbers(width)];
            for (var i = 0; i < numbers.Length; i++)
                numbers[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(sizeof(int) + (digit * numbers.Length + i) * sizeof(float))..]);
            if (!TensorPrimitives.IsFiniteAll<double>(numbers))
                throw new InvalidModelException($"{File} holds a number that is not finite.");
            digits[digit] = Gaussian.FromNumbers(numbers, width);
        }

        return new Rehearsal(digits);
    }

    /// <summary>The width, then for each digit its mean and the lower half of its covariance, row by row, as floats; little-endian.</summary>
    public byte[] ToBytes()
    {
        var numbers = _digits.SelectMany(digit => digit.ToNumbers()).ToList();
        var bytes = new byte[sizeof(int) + numbers.Count * sizeof(float)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Width);
        for (var i = 0; i < numbers.Count; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(sizeof(int) + i * sizeof(float)), (float)numbers[i]);
        return bytes;
    }

    /// <summary>Made-up embeddings of a digit, as they would be if each followed its normal distribution.</summary>
    public IEnumerable<float[]> Draw(int digit, int count, Random random)
    {
        var gaussian = _digits[digit];
        var root = gaussian.Root(Ridge);
        var (noise, embedding) = (new double[Width], new double[Width]);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < Width; j++)
                noise[j] = random.Normal();
            for (var j = 0; j < Width; j++)
                embedding[j] = gaussian.Mean[j] + TensorPrimitives.Dot<double>(root[j], noise.AsSpan(0, j + 1));
            yield return Array.ConvertAll(embedding, value => (float)value);
        }
    }
}
