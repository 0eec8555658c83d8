using System.Net.Sockets;
using System.Security.Cryptography;

namespace GameNight.Datasets;

/// <summary>Downloads MNIST's four files, which the game does not ship, and verifies their digests.</summary>
public static class MnistDownload
{
    /// <summary>Addresses of folders with the files, the most reliable first; the last belongs to the authors.</summary>
    public static readonly IReadOnlyList<Uri> Mirrors =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        new("http://yann.lecun.com/exdb/mnist/"),
    ];

    /// <summary>The SHA-256 digest of each file, taken from files that have the widely published MD5 digests.</summary>
    public static readonly IReadOnlyDictionary<string, string> Digests = new Dictionary<string, string>
    {
        [MnistDataset.TrainingImages] = "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        [MnistDataset.TrainingLabels] = "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        [MnistDataset.TestImages] = "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        [MnistDataset.TestLabels] = "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    };

    /// <summary>Downloads a file, unless the folder already has it with the same digest.</summary>
    /// <param name="http">Its timeout limits each attempt.</param>
    /// <param name="mirrors">Addresses of folders, tried in turn until one has the right file.</param>
    /// <param name="file">The name of the file, on the mirrors and in the folder.</param>
    /// <param name="sha256">The digest, in lower-case hexadecimal.</param>
    /// <param name="folder">Created if it does not exist. The file appears in it whole or not at all.</param>
    /// <param name="cancellation">Stops the download.</param>
    /// <returns>The address that the file came from; null where the folder already had it.</returns>
    /// <exception cref="IOException">
    /// All mirrors failed, and the message has each one's reason; or the file cannot be written.
    /// </exception>
    public static async Task<Uri?> FetchAsync(
        HttpClient http, IReadOnlyList<Uri> mirrors, string file, string sha256, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file);
        if (File.Exists(path) && await DigestAsync(path, cancellation) == sha256)
            return null;
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        foreach (var mirror in mirrors)
        {
            // Uri replaces the last part of an address that does not end in a slash.
            var source = new Uri(new Uri(mirror.AbsoluteUri.TrimEnd('/') + "/"), file);
            try
            {
                await FetchAsync(http, source, sha256, path, cancellation);
                return source;
            }
            catch (Exception e) when (IsMirrorFailure(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                failures.Add($"{source}: {e.Message}");
            }
        }

        throw new IOException($"{file} can't be fetched. " + string.Join(" ", failures));
    }

    /// <summary>
    /// Whether the mirror or the connection failed. A connection that breaks within the file is an <see cref="IOException"/>, as
    /// is a failure of the disk, which has no socket's exception inside.
    /// </summary>
    private static bool IsMirrorFailure(Exception e) =>
        e is HttpRequestException or HttpIOException or InvalidDataException or IOException { InnerException: SocketException };

    private static async Task FetchAsync(HttpClient http, Uri source, string sha256, string path, CancellationToken cancellation)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = File.Create(partial))
            {
                // HttpClient's own timeout covers the headers only; a mirror may stall after them.
                using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                limit.CancelAfter(http.Timeout);
                await using var content = await http.GetStreamAsync(source, limit.Token);
                await content.CopyToAsync(file, limit.Token);
            }

            var digest = await DigestAsync(partial, cancellation);
            if (digest != sha256)
                throw new InvalidDataException($"It gave another file: its SHA-256 is {digest}, not {sha256}.");
            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<string> DigestAsync(string path, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation));
    }
}
