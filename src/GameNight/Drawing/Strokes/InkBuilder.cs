using System.Buffers;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Strokes;

/// <summary>Ink as it is read, number by number: what cannot be ink is refused where it is found.</summary>
internal sealed class InkBuilder
{
    private readonly List<InkPoint[]> _strokes = [];
    private InkPoint[] _stroke = ArrayPool<InkPoint>.Shared.Rent(64);
    private int _length;
    private int _begun;
    private int _points;

    /// <exception cref="InvalidDrawingException">There are too many.</exception>
    public void BeginStroke()
    {
        if (_begun++ == Ink.MaxStrokes)
            throw new InvalidDrawingException("strokes", $"A drawing has at most {Ink.MaxStrokes} strokes; this one has more.");
        _length = 0;
    }

    /// <summary>A stroke without points is dropped.</summary>
    public void EndStroke()
    {
        if (_length > 0)
            _strokes.Add(_stroke[.._length]);
    }

    /// <param name="numbers">x, y and perhaps the time.</param>
    /// <exception cref="InvalidDrawingException">They are no point, or one too many.</exception>
    public void Add(ReadOnlySpan<double> numbers)
    {
        if (_points++ == Ink.MaxPoints)
            throw new InvalidDrawingException("strokes", $"A drawing has at most {Ink.MaxPoints} points; this one has more.");
        if (numbers.Length is not (2 or 3))
            throw NotAPoint();
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!(Math.Abs(numbers[i]) <= (i == 2 ? double.MaxValue : Ink.MaxCoordinate)))
                throw new InvalidDrawingException($"{Point}[{i}]", i == 2 ? "A time must be a finite number." : "A coordinate must be a finite number within ±1,000,000,000.");
        }

        if (_length == _stroke.Length)
            Grow();
        _stroke[_length++] = new InkPoint(numbers[0], numbers[1], numbers.Length == 3 ? numbers[2] : null);
    }

    /// <summary>The end: nothing can be added any more.</summary>
    public Ink ToInk()
    {
        ArrayPool<InkPoint>.Shared.Return(_stroke);
        _stroke = [];
        return new Ink(_strokes);
    }

    /// <summary>For what stands in the place of the stroke that has begun.</summary>
    public InvalidDrawingException NotAStroke() => new($"strokes[{_begun - 1}]", "A stroke is a list of points, not null.");

    /// <summary>For what stands in the place of the next point.</summary>
    public InvalidDrawingException NotAPoint() => new(Point, "A point is [x, y] or [x, y, t].");

    private string Point => $"strokes[{_begun - 1}][{_length}]";

    private void Grow()
    {
        var larger = ArrayPool<InkPoint>.Shared.Rent(2 * _stroke.Length);
        _stroke.CopyTo(larger, 0);
        ArrayPool<InkPoint>.Shared.Return(_stroke);
        _stroke = larger;
    }
}
