using System.Buffers;
using GameNight.Drawing.Images;

namespace GameNight.Drawing.Strokes;

/// <summary>Builds ink stroke by stroke and point by point, and refuses invalid parts with their path. Used once.</summary>
internal sealed class InkBuilder
{
    private readonly List<InkPoint[]> _strokes = [];
    private InkPoint[] _stroke = ArrayPool<InkPoint>.Shared.Rent(64);
    private int _strokeLength;
    private int _strokeCount;
    private int _pointCount;

    /// <exception cref="InvalidDrawingException">The drawing has too many strokes.</exception>
    public void BeginStroke()
    {
        if (_strokeCount++ == Ink.MaxStrokes)
            throw new InvalidDrawingException("strokes", $"A drawing has at most {Ink.MaxStrokes} strokes; this one has more.");
        _strokeLength = 0;
    }

    /// <summary>Adds the stroke that has begun, unless it has no points.</summary>
    public void EndStroke()
    {
        if (_strokeLength > 0)
            _strokes.Add(_stroke[.._strokeLength]);
    }

    /// <summary>Adds a point to the stroke that has begun.</summary>
    /// <param name="numbers">x, y and perhaps the time.</param>
    /// <exception cref="InvalidDrawingException">The numbers are not a point, or the drawing has too many points.</exception>
    public void Add(ReadOnlySpan<double> numbers)
    {
        if (_pointCount++ == Ink.MaxPoints)
            throw new InvalidDrawingException("strokes", $"A drawing has at most {Ink.MaxPoints} points; this one has more.");
        if (numbers.Length is not (2 or 3))
            throw InvalidPoint();
        for (var i = 0; i < numbers.Length; i++)
        {
            var isTime = i == 2;
            if (Math.Abs(numbers[i]) <= (isTime ? double.MaxValue : Ink.MaxCoordinate))
                continue;
            throw new InvalidDrawingException(
                $"{PointPath}[{i}]",
                isTime ? "A time must be a finite number." : "A coordinate must be a finite number within ±1,000,000,000.");
        }

        if (_strokeLength == _stroke.Length)
            Grow();
        _stroke[_strokeLength++] = new InkPoint(numbers[0], numbers[1], numbers.Length == 3 ? numbers[2] : null);
    }

    /// <summary>The ink, after which nothing can be added.</summary>
    public Ink ToInk()
    {
        ArrayPool<InkPoint>.Shared.Return(_stroke);
        _stroke = [];
        return new Ink(_strokes);
    }

    /// <summary>The error for a null in place of the stroke that has begun.</summary>
    public InvalidDrawingException InvalidStroke() =>
        new($"strokes[{_strokeCount - 1}]", "A stroke is a list of points, not null.");

    /// <summary>The error for anything but two or three numbers in place of the next point.</summary>
    public InvalidDrawingException InvalidPoint() => new(PointPath, "A point is [x, y] or [x, y, t].");

    private string PointPath => $"strokes[{_strokeCount - 1}][{_strokeLength}]";

    private void Grow()
    {
        var larger = ArrayPool<InkPoint>.Shared.Rent(2 * _stroke.Length);
        _stroke.CopyTo(larger, 0);
        ArrayPool<InkPoint>.Shared.Return(_stroke);
        _stroke = larger;
    }
}
