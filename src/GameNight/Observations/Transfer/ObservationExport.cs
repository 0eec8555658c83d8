using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Transfer;

/// <summary>Writes all observations, oldest first, as they are read: however many they are, a page of them is in memory.</summary>
public static class ObservationExport
{
    private const int PageSize = 200;

    /// <summary>A label, 784 numbers of at most three digits, and what is between them.</summary>
    private const int MaxRow = 4 * (DigitImage.Length + 1);

    /// <param name="store">Where they are.</param>
    /// <param name="format">How they are written down, each in a line.</param>
    /// <param name="output">Gets nothing before the first page has been read. What fails later leaves it incomplete.</param>
    /// <param name="progress">Hears how many are written so far.</param>
    /// <param name="cancellation">Ends it between two observations.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="StoreException">The store could not be read.</exception>
    public static async Task<long> WriteAsync(IObservationStore store, ExportFormat format, Stream output, Action<long>? progress, CancellationToken cancellation)
    {
        var (line, count) = (new ArrayBufferWriter<byte>(), 0L);
        for (string? cursor = null; ;)
        {
            var page = await store.ReadAsync(cursor, PageSize, cancellation);
            if (page.Items.Count == 0)
                return count;
            foreach (var observation in page.Items.Where(observation => format == ExportFormat.Jsonl || observation is { Label: not null, Excluded: false }))
            {
                line.ResetWrittenCount();
                if (format == ExportFormat.Jsonl)
                    WriteJson(observation, line);
                else
                    WriteRow(observation.Label!.Digit, observation.Image.Pixels, line);
                await output.WriteAsync(line.WrittenMemory, cancellation);
                count++;
            }

            progress?.Invoke(count);
            cursor = page.Next;
        }
    }

    private static void WriteJson(Observation observation, ArrayBufferWriter<byte> line)
    {
        using (var writer = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = ObservationJson.Options.Encoder }))
            JsonSerializer.Serialize(writer, observation, ObservationJson.Options);
        line.Write("\n"u8);
    }

    private static void WriteRow(int label, ReadOnlySpan<byte> pixels, ArrayBufferWriter<byte> line)
    {
        var row = line.GetSpan(MaxRow);
        Utf8Formatter.TryFormat(label, row, out var length);
        foreach (var pixel in pixels)
        {
            row[length++] = (byte)',';
            Utf8Formatter.TryFormat(pixel, row[length..], out var digits);
            length += digits;
        }

        row[length++] = (byte)'\n';
        line.Advance(length);
    }
}
