using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.Lzw;

namespace GameNight.Datasets;

/// <summary>
/// Downloads UCI's pen digits, the original trajectories of the training part, and converts them to the format of
/// <see cref="InkDataset"/>.
/// </summary>
/// <remarks>
/// E. Alpaydin, F. Alimoglu, "Pen-Based Recognition of Handwritten Digits", UCI Machine Learning Repository (1998), CC BY 4.0.
/// </remarks>
public static class PenDigitsDownload
{
    public const string FileName = "pendigits-train.jsonl.gz";

    /// <summary>The file at the source, compressed by Unix's <c>compress</c>; alone, or in a ZIP archive.</summary>
    private const string SourceFile = "pendigits-orig.tra.Z";

    private const int Drawings = 7_494;
    private const int Writers = 30;

    /// <summary>The first bytes of a ZIP archive.</summary>
    private static readonly byte[] ZipMagic = "PK"u8.ToArray();

    /// <summary>The addresses of the file or of the archive that has it, tried in turn.</summary>
    public static readonly IReadOnlyList<Uri> Sources =
    [
        new("https://archive.ics.uci.edu/ml/machine-learning-databases/pendigits/pendigits-orig.tra.Z"),
        new("https://archive.ics.uci.edu/static/public/81/pen+based+recognition+of+handwritten+digits.zip"),
    ];

    /// <summary>Downloads and converts the drawings. A file that is there already is replaced.</summary>
    /// <param name="http">Its timeout limits each attempt.</param>
    /// <param name="sources">Addresses, tried in turn until one has the right content.</param>
    /// <param name="folder">Created if it does not exist. The file appears in it whole or not at all.</param>
    /// <param name="cancellation">Stops the download.</param>
    /// <returns>The address that the drawings came from.</returns>
    /// <exception cref="IOException">All sources failed, and the message has each one's reason; or the file cannot be written.</exception>
    public static async Task<Uri> FetchAsync(
        HttpClient http, IReadOnlyList<Uri> sources, string folder, CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var source in sources)
        {
            IReadOnlyList<RecordedInk> drawings;
            try
            {
                drawings = Convert(await http.GetByteArrayAsync(source, cancellation));
                Check(drawings);
            }
            catch (Exception e) when (e is HttpRequestException or InvalidDataException
                || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                failures.Add($"{source}: {e.Message}");
                continue;
            }

            await WriteAsync(drawings, Path.Combine(folder, FileName), cancellation);
            return source;
        }

        throw new IOException("The pen digits can't be fetched. " + string.Join(" ", failures));
    }

    /// <summary>The drawings of a file as the source has it.</summary>
    /// <exception cref="InvalidDataException">It is another file, or damaged.</exception>
    internal static IReadOnlyList<RecordedInk> Convert(byte[] file)
    {
        try
        {
            using var packed = file.AsSpan().StartsWith(ZipMagic) ? OpenEntry(file) : new MemoryStream(file);
            using var text = new StreamReader(new LzwInputStream(packed), Encoding.Latin1);
            return [.. UnipenText.Read(text)];
        }
        catch (Exception e) when (e is SharpZipBaseException or IndexOutOfRangeException or EndOfStreamException)
        {
            throw new InvalidDataException($"It is not what compress writes: {e.Message}", e);
        }
    }

    /// <summary>Writes drawings in the format of <see cref="InkDataset"/>, gzipped.</summary>
    internal static async Task WriteAsync(IEnumerable<RecordedInk> drawings, string path, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = new GZipStream(File.Create(partial), CompressionLevel.SmallestSize))
            {
                foreach (var drawing in drawings)
                {
                    await JsonSerializer.SerializeAsync(file, drawing, JsonSerializerOptions.Web, cancellation);
                    file.WriteByte((byte)'\n');
                }
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static MemoryStream OpenEntry(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        var entry = zip.Entries.FirstOrDefault(entry => entry.Name == SourceFile)
            ?? throw new InvalidDataException($"The archive does not have {SourceFile}.");
        var unpacked = new MemoryStream();
        using (var stream = entry.Open())
            stream.CopyTo(unpacked);
        unpacked.Position = 0;
        return unpacked;
    }

    /// <summary>No digest of the file is published; that it is whole shows in what it holds.</summary>
    private static void Check(IReadOnlyList<RecordedInk> drawings)
    {
        var writers = drawings.Select(drawing => drawing.Writer).Distinct().Count();
        if (drawings.Count != Drawings || writers != Writers)
        {
            throw new InvalidDataException(
                $"It has {drawings.Count} drawings of {writers} people, instead of {Drawings} of {Writers}.");
        }
    }
}
