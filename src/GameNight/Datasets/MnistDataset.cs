using System.Buffers.Binary;
using System.IO.Compression;
using GameNight.Drawing.Images;

namespace GameNight.Datasets;

/// <summary>
/// Reads MNIST (LeCun, Cortes, Burges) from its four original files in the idx format, such as
/// <c>train-images-idx3-ubyte.gz</c>.
/// </summary>
public static class MnistDataset
{
    public const string TrainingImages = "train-images-idx3-ubyte.gz";
    public const string TrainingLabels = "train-labels-idx1-ubyte.gz";
    public const string TestImages = "t10k-images-idx3-ubyte.gz";
    public const string TestLabels = "t10k-labels-idx1-ubyte.gz";

    private const int ImagesMagic = 2051;
    private const int LabelsMagic = 2049;

    /// <summary>The 60,000 training images with their labels.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or another one.</exception>
    public static Task<IReadOnlyList<(DigitImage Image, int Label)>> ReadTrainingSetAsync(string folder, CancellationToken cancellation) =>
        ReadSetAsync(folder, TrainingImages, TrainingLabels, cancellation);

    /// <summary>The 10,000 test images with their labels.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or another one.</exception>
    public static Task<IReadOnlyList<(DigitImage Image, int Label)>> ReadTestSetAsync(string folder, CancellationToken cancellation) =>
        ReadSetAsync(folder, TestImages, TestLabels, cancellation);

    private static async Task<IReadOnlyList<(DigitImage Image, int Label)>> ReadSetAsync(
        string folder, string imagesFile, string labelsFile, CancellationToken cancellation)
    {
        var images = await ReadAsync(Path.Combine(folder, imagesFile), ImagesMagic, headerInts: 4, DigitImage.Length, cancellation);
        var labels = await ReadAsync(Path.Combine(folder, labelsFile), LabelsMagic, headerInts: 2, itemLength: 1, cancellation);
        if (images.Length / DigitImage.Length != labels.Length)
            throw new InvalidDataException($"{folder} holds {images.Length / DigitImage.Length} images but {labels.Length} labels.");
        return [.. labels.Select((label, i) => (new DigitImage(images.AsSpan(i * DigitImage.Length, DigitImage.Length)), (int)label))];
    }

    /// <summary>The items of an idx file, without its header of big-endian integers: magic number, count, dimensions.</summary>
    private static async Task<byte[]> ReadAsync(string path, int magic, int headerInts, int itemLength, CancellationToken cancellation)
    {
        await using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await file.CopyToAsync(unpacked, cancellation);
        var bytes = unpacked.ToArray();
        var header = headerInts * sizeof(int);
        var isComplete = bytes.Length >= header && BinaryPrimitives.ReadInt32BigEndian(bytes) == magic
            && bytes.Length == header + (long)BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4)) * itemLength;
        return isComplete
            ? bytes[header..]
            : throw new InvalidDataException($"{path} is not a complete idx file with the magic number {magic}.");
    }
}
