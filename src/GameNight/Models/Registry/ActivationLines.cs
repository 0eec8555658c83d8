namespace GameNight.Models.Registry;

/// <summary>The lines of a log of activations, from a position on: an entry each, whose number is the line's.</summary>
/// <param name="Start">Where they begin.</param>
/// <param name="Content">The whole lines; the last byte is the end of the last one.</param>
/// <param name="IsCut">Whether something follows that is no whole line: an append that was cut short, or is going on.</param>
internal sealed record ActivationLines(LogPosition Start, ReadOnlyMemory<byte> Content, bool IsCut)
{
    private const byte LineEnd = (byte)'\n';

    /// <summary>Where the next reading goes on.</summary>
    public LogPosition End { get; } = new(Start.Number + Content.Span.Count(LineEnd), Start.Offset + Content.Length);

    /// <summary>Reads a file's lines; a file that is missing has none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="start">The end of lines that were read before. Where no line ends there, all are read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<ActivationLines> ReadAsync(string path, LogPosition start, CancellationToken cancellation)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 0);
            if (start.Offset > 0)
            {
                var before = new byte[1];
                file.Position = start.Offset - 1;
                if (await file.ReadAsync(before, cancellation) == 0 || before[0] != LineEnd)
                    start = LogPosition.Beginning;
            }

            file.Position = start.Offset;
            var content = new byte[Math.Max(0, file.Length - start.Offset)];
            // Less where it was replaced meanwhile; what is appended meanwhile is for the next reading.
            var count = await file.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancellation);
            var whole = Whole(content.AsSpan(0, count));
            return new ActivationLines(start, content.AsMemory(0, whole), IsCut: whole < count);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new ActivationLines(LogPosition.Beginning, default, IsCut: false);
        }
    }

    /// <summary>Parses the entries after a number.</summary>
    /// <param name="after">The number.</param>
    /// <param name="path">The file, to name it.</param>
    /// <exception cref="ModelRegistryException">A line is no entry, or another's.</exception>
    public List<Activation> Parse(int after, string path)
    {
        var entries = new List<Activation>();
        var number = Start.Number;
        for (var rest = Content.Span; !rest.IsEmpty;)
        {
            var length = rest.IndexOf(LineEnd);
            if (++number > after)
                entries.Add(Parse(rest[..length], number, $"{path}, line {number}"));
            rest = rest[(length + 1)..];
        }

        return entries;
    }

    /// <exception cref="ModelRegistryException">It is no entry, or another's.</exception>
    public static Activation Parse(ReadOnlySpan<byte> utf8, int number, string place)
    {
        try
        {
            var entry = Activation.Parse(utf8);
            return entry.Number == number ? entry : throw new InvalidDataException($"It is entry {entry.Number}, and not {number}.");
        }
        catch (Exception e) when (e is ModelRegistryException or InvalidDataException)
        {
            throw new ModelRegistryException($"{place}: {e.Message}", e);
        }
    }

    public static byte[] Line(Activation entry) => [.. entry.ToUtf8(), LineEnd];

    private static int Whole(ReadOnlySpan<byte> content)
    {
        var end = content.LastIndexOf(LineEnd) + 1;
        var last = end > 0 ? content[..(end - 1)].LastIndexOf(LineEnd) + 1 : 0;
        // A power cut may leave the end of the last line on the disk and zeros before it. JSON has none.
        return content[last..end].Contains((byte)0) ? last : end;
    }
}
