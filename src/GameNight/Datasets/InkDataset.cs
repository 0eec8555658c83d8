using System.Runtime.CompilerServices;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;

namespace GameNight.Datasets;

/// <summary>
/// Reads recorded pen drawings from a file, plain or gzipped, with one JSON object a line:
/// <c>{"label": 8, "writer": 12, "strokes": [[[x, y], …], …]}</c>.
/// </summary>
public static class InkDataset
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The drawings in the order of the file.</summary>
    /// <param name="path">The file; see <see cref="GzipFile"/>.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InvalidDataException">A line is not such an object; the message has its number.</exception>
    public static async IAsyncEnumerable<RecordedInk> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StreamReader(GzipFile.OpenRead(path));
        for (var number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
            yield return Read(line, path, number);
    }

    /// <summary>The drawings as the models see them, in the order of the file.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<IReadOnlyList<(DigitImage Image, int Label)>> ReadNormalisedAsync(
        string path, CancellationToken cancellation) =>
        await ReadAsync(path, cancellation).Select(recorded => (InkNormaliser.Normalise(recorded.Strokes), recorded.Label))
            .ToListAsync(cancellation);

    /// <summary>The drawing of a line.</summary>
    /// <exception cref="InvalidDataException">It is not such an object; the message has the path and the number.</exception>
    internal static RecordedInk Read(string line, string path, int number)
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
