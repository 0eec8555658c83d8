using System.Globalization;
using System.Text.RegularExpressions;
using GameNight.Drawing.Strokes;

namespace GameNight.Datasets;

/// <summary>
/// Reads drawings of digits from text in the UNIPEN format, as UCI's pen digits are written: each begins with
/// <c>.SEGMENT DIGIT 0 OK "8"</c>, says <c>.COMMENT 8 12 1</c> (the digit, the writer, a number), and has a stroke between each
/// <c>.PEN_DOWN</c> and <c>.PEN_UP</c>, a point a line.
/// </summary>
/// <remarks>
/// I. Guyon, L. Schomaker, R. Plamondon, M. Liberman, S. Janet, "UNIPEN project of on-line data exchange and recognizer benchmarks",
/// ICPR 1994.
/// </remarks>
public static partial class UnipenText
{
    /// <summary>The height of the box in tablet units: there y points up, and here down.</summary>
    private const double Height = 500;

    /// <summary>The drawings in the order of the text.</summary>
    /// <exception cref="InvalidDataException">A line or a drawing is malformed; the message has the line's number.</exception>
    public static IEnumerable<RecordedInk> Read(TextReader text)
    {
        Segment? segment = null;
        for (var (number, line) = (1, text.ReadLine()); line is not null; (number, line) = (number + 1, text.ReadLine()))
        {
            if (SegmentLine().Match(line) is { Success: true } begin)
            {
                if (segment is not null)
                    yield return segment.ToInk();
                segment = new Segment(number, begin.Groups["digit"].ValueSpan[0] - '0');
            }
            else if (segment is not null && line.Length > 0)
            {
                segment.Add(line, number);
            }
        }

        if (segment is not null)
            yield return segment.ToInk();
    }

    [GeneratedRegex("""^\.SEGMENT\s+DIGIT\s.*"(?<digit>[0-9])"\s*$""")]
    private static partial Regex SegmentLine();

    [GeneratedRegex(@"^\.COMMENT\s+(?<digit>[0-9])\s+(?<writer>[0-9]{1,6})\b")]
    private static partial Regex CommentLine();

    /// <summary>A drawing that is being read.</summary>
    private sealed class Segment(int begin, int digit)
    {
        private readonly List<double[][]> _strokes = [];
        private List<double[]>? _stroke;
        private int? _writer;

        public void Add(string line, int number)
        {
            if (line.StartsWith(".PEN_DOWN", StringComparison.Ordinal))
                _stroke = [];
            else if (line.StartsWith(".PEN_UP", StringComparison.Ordinal))
                EndStroke();
            else if (CommentLine().Match(line) is { Success: true } comment)
                ReadComment(comment, number);
            else if (line[0] != '.')
                (_stroke ?? throw Malformed(number, "a point outside a stroke")).Add(ReadPoint(line, number));
        }

        public RecordedInk ToInk()
        {
            EndStroke();
            if (_writer is not { } writer)
                throw Malformed(begin, "a drawing without its writer");
            var ink = Ink.FromStrokes(_strokes);
            return ink.IsBlank ? throw Malformed(begin, "a drawing without a point") : new RecordedInk(digit, writer, ink);
        }

        private void EndStroke()
        {
            if (_stroke is { Count: > 0 })
                _strokes.Add([.. _stroke]);
            _stroke = null;
        }

        private void ReadComment(Match comment, int number)
        {
            if (comment.Groups["digit"].ValueSpan[0] - '0' != digit)
                throw Malformed(number, $"another digit than the {digit} that the drawing is said to be");
            _writer = int.Parse(comment.Groups["writer"].ValueSpan, CultureInfo.InvariantCulture);
        }

        private static double[] ReadPoint(string line, int number)
        {
            var numbers = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return numbers.Length >= 2 && TryRead(numbers[0], out var x) && TryRead(numbers[1], out var y)
                ? [x, Height - y]
                : throw Malformed(number, "neither a keyword nor a point");
        }

        private static bool TryRead(string text, out double value) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

        private static InvalidDataException Malformed(int number, string what) => new($"UNIPEN text, line {number}: {what}.");
    }
}
