using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace GameNight.Observations.Transfer;

/// <summary>
/// Reads lines of UTF-8 and never holds more than one of them, and of none more than a limit: a small file that unpacks to gigabytes
/// without a line's end is noticed after the first megabytes.
/// </summary>
internal static class BoundedLines
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <param name="stream">What is read, perhaps while it is unpacked.</param>
    /// <param name="maxBytes">The longest line, in bytes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="InvalidDataException">A line is longer; the message names it.</exception>
    public static async IAsyncEnumerable<string> ReadAsync(
        Stream stream, int maxBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 << 10, leaveOpen: true));
        for (var number = 1L; ; number++)
        {
            var read = await pipe.ReadAsync(cancellation);
            var end = read.Buffer.PositionOf((byte)'\n');
            while (end is null && !read.IsCompleted && read.Buffer.Length <= maxBytes)
            {
                pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                read = await pipe.ReadAsync(cancellation);
                end = read.Buffer.PositionOf((byte)'\n');
            }

            var line = end is { } position ? read.Buffer.Slice(0, position) : read.Buffer;
            if (line.Length > maxBytes)
            {
                throw new InvalidDataException(
                    $"Line {number:N0} has more than {maxBytes:N0} bytes, and no observation has. Nothing was stored.");
            }

            if (end is null && line.IsEmpty)
                break;
            yield return Text(line, isFirst: number == 1);
            pipe.AdvanceTo(end is { } found ? read.Buffer.GetPosition(1, found) : read.Buffer.End);
        }

        await pipe.CompleteAsync();
    }

    private static string Text(ReadOnlySequence<byte> line, bool isFirst)
    {
        ReadOnlySpan<byte> bytes = line.ToArray();
        var text = Encoding.UTF8.GetString(isFirst && bytes.StartsWith(ByteOrderMark) ? bytes[ByteOrderMark.Length..] : bytes);
        return text.EndsWith('\r') ? text[..^1] : text;
    }
}
