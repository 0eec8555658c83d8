using System.Buffers.Binary;
using System.Numerics.Tensors;
using System.Security.Cryptography;
using GameNight.Models;
using GameNight.Recognition.Guessing;

namespace GameNight.Training.Network;

/// <summary>
/// A summary of the images that a network was originally trained on: for each digit, the distribution of their features. Features
/// drawn from it are rehearsed when two layers learn, so that the old images are not forgotten. It contains no image and no features
/// of any single one.
/// </summary>
public sealed class FeatureRehearsal
{
    /// <summary>The name of its file beside a version's model.</summary>
    public const string FileName = "features.bin";

    private const int HeaderLength = 2 * sizeof(int);
    private const int DigestLength = SHA256.HashSizeInBytes;
    private const int MaxWidth = 1 << 16;
    private const int MaxRank = 256;

    private readonly LowRankGaussian[] _digits;

    private FeatureRehearsal(LowRankGaussian[] digits) => _digits = digits;

    /// <summary>The number of features of an image.</summary>
    public int Width => _digits[0].Mean.Length;

    private int Rank => _digits[0].Factors.Length;

    /// <summary>Summarises features.</summary>
    /// <param name="features">Returns the features of the images of a digit, at least two.</param>
    /// <param name="rank">In how many directions the features of a digit vary together.</param>
    public static FeatureRehearsal Of(Func<int, IReadOnlyList<float[]>> features, int rank) =>
        new([.. Enumerable.Range(0, OnnxClassifier.Digits).Select(digit => LowRankGaussian.Of(features(digit), rank))]);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="width">The number of features of the network that it belongs to.</param>
    /// <exception cref="InvalidModelException">The bytes are damaged, or of a network with other features.</exception>
    public static FeatureRehearsal Parse(ReadOnlySpan<byte> bytes, int width)
    {
        var (fileWidth, rank) = bytes.Length < HeaderLength
            ? (0, 0)
            : (BinaryPrimitives.ReadInt32LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(int)..]));
        if (fileWidth is < 1 or > MaxWidth || rank is < 0 or > MaxRank || bytes.Length != Length(fileWidth, rank))
            throw new InvalidModelException($"{FileName} is no summary of features: {bytes.Length} bytes.");
        if (!SHA256.HashData(bytes[..^DigestLength]).AsSpan().SequenceEqual(bytes[^DigestLength..]))
            throw new InvalidModelException($"{FileName} is damaged: its digest is another.");
        if (fileWidth != width)
            throw new InvalidModelException($"{FileName} summarises {fileWidth} features of an image, and the network has {width}.");

        var numbers = new float[(bytes.Length - HeaderLength - DigestLength) / 2];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes[(HeaderLength + 2 * i)..]);
        if (!TensorPrimitives.IsFiniteAll<float>(numbers))
            throw new InvalidModelException($"{FileName} holds a number that is not finite.");
        var digits = numbers.Chunk(width).Chunk(2 + rank).Select(rows => new LowRankGaussian(rows[0], rows[1], rows[2..]));
        return new FeatureRehearsal([.. digits]);
    }

    /// <summary>
    /// The width and the rank as integers; for each digit the mean, the deviation of the noise and the factors as half-precision
    /// numbers; and the SHA-256 of all that. Little-endian.
    /// </summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length(Width, Rank)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, Width);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(sizeof(int)), Rank);
        var next = HeaderLength;
        foreach (var row in _digits.SelectMany(digit => (float[][])[digit.Mean, digit.Noise, .. digit.Factors]))
        {
            foreach (var number in row)
            {
                BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(next), (Half)number);
                next += 2;
            }
        }

        SHA256.HashData(bytes.AsSpan(0, next)).CopyTo(bytes, next);
        return bytes;
    }

    /// <summary>Draws features of a digit; none is negative.</summary>
    public IEnumerable<float[]> Draw(int digit, int count, Random random) =>
        Enumerable.Range(0, count).Select(_ => _digits[digit].DrawRectified(random));

    private static int Length(int width, int rank) => HeaderLength + OnnxClassifier.Digits * (2 + rank) * width * 2 + DigestLength;
}
