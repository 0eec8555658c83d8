using System.Net.Sockets;
using System.Security.Cryptography;

namespace GameNight.Datasets;

/// <summary>Fetches MNIST's four files, which the game does not ship, and takes no others for them.</summary>
public static class MnistDownload
{
    /// <summary>Folders on the web that hold the files, best first; the last is their makers' own.</summary>
    public static readonly IReadOnlyList<Uri> Mirrors =
    [
        new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        new("http://yann.lecun.com/exdb/mnist/"),
    ];

    /// <summary>Their digests (SHA-256), taken from files with the MD5 digests that are widely published.</summary>
    public static readonly IReadOnlyDictionary<string, string> Digests = new Dictionary<string, string>
    {
        [MnistDataset.TrainingImages] = "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        [MnistDataset.TrainingLabels] = "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        [MnistDataset.TestImages] = "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        [MnistDataset.TestLabels] = "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    };

    /// <summary>Fetches one file, unless the right one is already there.</summary>
    /// <param name="http">Decides how long to wait.</param>
    /// <param name="mirrors">Asked in turn until one gives the right file.</param>
    /// <param name="file">Its name, the same here and there.</param>
    /// <param name="sha256">Its digest, lower-case hexadecimal.</param>
    /// <param name="folder">Made where it does not exist. The file appears in it whole or not at all.</param>
    /// <param name="cancellation">Stops the download.</param>
    /// <returns>Where it came from; null where it was there.</returns>
    /// <exception cref="IOException">No mirror gives it; the message says why of each.</exception>
    public static async Task<Uri?> FetchAsync(HttpClient http, IReadOnlyList<Uri> mirrors, string file, string sha256, string folder, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, file);
        if (File.Exists(path) && await DigestAsync(path, cancellation) == sha256)
            return null;
        Directory.CreateDirectory(folder);
        var failures = new List<string>();
        foreach (var mirror in mirrors)
        {
            // A folder's address has to end in a slash, or its last part would be replaced.
            var source = new Uri(new Uri(mirror.AbsoluteUri.TrimEnd('/') + "/"), file);
            try
            {
                await FetchAsync(http, source, sha256, path, cancellation);
                return source;
            }
            catch (Exception e) when (IsTheMirrors(e) || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
            {
                failures.Add($"{source}: {e.Message}");
            }
        }

        throw new IOException($"{file} cannot be fetched. " + string.Join(" ", failures));
    }

    /// <summary>Not the disk's: a connection that breaks in the middle of the file is an input/output error too.</summary>
    private static bool IsTheMirrors(Exception e) => e is HttpRequestException or HttpIOException or InvalidDataException or IOException { InnerException: SocketException };

    private static async Task FetchAsync(HttpClient http, Uri source, string sha256, string path, CancellationToken cancellation)
    {
        var partial = $"{path}.{Guid.NewGuid():N}.partial";
        try
        {
            await using (var file = File.Create(partial))
            {
                // HttpClient's own limit ends with the headers; a mirror may fall silent after them.
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
