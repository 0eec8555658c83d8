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
        var images = await ReadAsync(
            Path.Combine(folder, imagesFile), ImagesMagic, headerInts: 4, DigitImage.Length, bytes => new DigitImage(bytes), cancellation);
        var labels = await ReadAsync(
            Path.Combine(folder, labelsFile), LabelsMagic, headerInts: 2, itemLength: 1, bytes => (int)bytes[0], cancellation);
        if (images.Count != labels.Count)
            throw new InvalidDataException($"{folder} holds {images.Count} images but {labels.Count} labels.");
        return [.. images.Zip(labels)];
    }

    /// <summary>The items of an idx file, after its header of big-endian integers: magic number, count, dimensions.</summary>
    private static async Task<List<T>> ReadAsync<T>(
        string path, int magic, int headerInts, int itemLength, Func<byte[], T> parse, CancellationToken cancellation)
    {
        // One item after the other: the whole file, unpacked, would be in memory several times.
        await using var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        var (header, bytes, items) = (new byte[headerInts * sizeof(int)], new byte[itemLength], new List<T>());
        var length = await file.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, cancellation);
        if (length < header.Length || BinaryPrimitives.ReadInt32BigEndian(header) != magic)
            throw Incomplete();
        while ((length = await file.ReadAtLeastAsync(bytes, itemLength, throwOnEndOfStream: false, cancellation)) == itemLength)
            items.Add(parse(bytes));
        return length == 0 && items.Count == BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(sizeof(int))) ? items : throw Incomplete();

        InvalidDataException Incomplete() => new($"{path} is not a complete idx file with the magic number {magic}.");
    }
}
