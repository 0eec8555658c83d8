using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using GameNight.Drawing.Images;
using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Transfer;

/// <summary>Writes all observations, oldest first. Only one page of them is in memory at a time.</summary>
public static class ObservationExport
{
    private const int PageSize = 200;

    // A label and 784 numbers of at most three digits, with a comma or a line feed after each.
    private const int MaxRow = 4 * (DigitImage.Length + 1);

    /// <param name="store">The store that is read.</param>
    /// <param name="format">What of the observations is written, and how.</param>
    /// <param name="output">Gets nothing before the first page has been read. A later failure leaves it incomplete.</param>
    /// <param name="progress">Called after each page with the number of observations written so far; may be null.</param>
    /// <param name="cancellation">Ends the export between two observations.</param>
    /// <returns>The number of observations written.</returns>
    /// <exception cref="StoreException">The store could not be read.</exception>
    public static async Task<long> WriteAsync(
        IObservationStore store, ExportFormat format, Stream output, Action<long>? progress, CancellationToken cancellation)
    {
        var line = new ArrayBufferWriter<byte>();
        var count = 0L;
        string? cursor = null;
        while (true)
        {
            var page = await store.ReadAsync(cursor, PageSize, cancellation);
            if (page.Items.Count == 0)
                return count;
            foreach (var observation in page.Items.Where(IsWritten))
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

        bool IsWritten(Observation observation) =>
            format == ExportFormat.Jsonl || observation is { Label: not null, Excluded: false };
    }

    /// <summary>Writes observations as <see cref="ExportFormat.Jsonl"/>.</summary>
    /// <param name="observations">The observations.</param>
    /// <param name="output">Gets a line for each.</param>
    /// <param name="cancellation">Ends the export between two observations.</param>
    public static async Task WriteAsync(IAsyncEnumerable<Observation> observations, Stream output, CancellationToken cancellation)
    {
        var line = new ArrayBufferWriter<byte>();
        await foreach (var observation in observations.WithCancellation(cancellation))
        {
            line.ResetWrittenCount();
            WriteJson(observation, line);
            await output.WriteAsync(line.WrittenMemory, cancellation);
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
