using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GameNight.Drawing.Images;

namespace GameNight.Datasets;

/// <summary>Recorded pen drawings, one JSON object a line: <c>{"label": 8, "writer": 12, "strokes": [[[x, y], …], …]}</c>, plain or gzipped.</summary>
public static class InkDataset
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">A line is not such an object; the message names it.</exception>
    public static async IAsyncEnumerable<RecordedInk> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        await using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        for (var number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
            yield return Read(line, path, number);
    }

    private static RecordedInk Read(string line, string path, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<RecordedInk>(line, Json) ?? throw new JsonException("The line is null.");
        }
        catch (Exception e) when (e is JsonException or InvalidDrawingException)
        {
            throw new InvalidDataException($"{path}, line {number}: {e.Message}", e);
        }
    }
}
