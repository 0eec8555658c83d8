using System.Buffers.Binary;

namespace GameNight.Native.XGBoost;

/// <summary>Checks whether a document in Universal Binary JSON (UBJ) is complete, without storing any of it.</summary>
/// <remarks>https://ubjson.org/type-reference</remarks>
internal ref struct UbjScanner
{
    /// <summary>The largest depth of containers, a limit for the stack. Boosters have a depth of about ten.</summary>
    private const int MaxDepth = 100;

    private ReadOnlySpan<byte> _rest;

    /// <summary>Whether the document ends within the bytes.</summary>
    public static bool IsComplete(ReadOnlySpan<byte> document)
    {
        var scanner = new UbjScanner { _rest = document };
        return scanner.TryTake(out var marker) && scanner.TrySkipValue(marker, depth: 0);
    }

    /// <summary>The number of bytes after a marker; null for types whose values contain their length.</summary>
    private static int? SizeOf(byte marker) => (char)marker switch
    {
        'Z' or 'N' or 'T' or 'F' => 0,
        'i' or 'U' or 'C' => 1,
        'I' => 2,
        'l' or 'd' => 4,
        'L' or 'D' => 8,
        _ => null,
    };

    private bool TrySkipValue(byte marker, int depth) => (char)marker switch
    {
        'S' or 'H' => TrySkipText(),
        '[' or '{' => depth < MaxDepth && TrySkipContainer(isObject: marker == '{', depth + 1),
        _ => SizeOf(marker) is { } size && TrySkip(size),
    };

    private bool TrySkipText() => TryTakeCount(out var length) && TrySkip(length);

    /// <summary>
    /// Skips an array or an object, which may start with the common type of its values and their number. Without a number it ends with a
    /// bracket.
    /// </summary>
    private bool TrySkipContainer(bool isObject, int depth)
    {
        byte type = 0;
        var (isTyped, count) = (TryTake('$'), long.MaxValue);
        if (isTyped && !TryTake(out type))
            return false;
        var isCounted = TryTake('#');
        if (isCounted ? !TryTakeCount(out count) : isTyped)
            return false;
        if (isTyped && !isObject && SizeOf(type) is { } size)
            return size == 0 || (count <= _rest.Length / size && TrySkip(count * size));
        for (long i = 0; i < count; i++)
        {
            if (!isCounted && TryTake(isObject ? '}' : ']'))
                return true;
            if ((isObject && !TrySkipText()) || (!isTyped && !TryTake(out type)) || !TrySkipValue(type, depth))
                return false;
        }

        return true;
    }

    private bool TryTakeCount(out long count)
    {
        count = -1;
        if (!TryTake(out var marker) || SizeOf(marker) is not { } size || _rest.Length < size)
            return false;
        count = (char)marker switch
        {
            'i' => unchecked((sbyte)_rest[0]),
            'U' => _rest[0],
            'I' => BinaryPrimitives.ReadInt16BigEndian(_rest),
            'l' => BinaryPrimitives.ReadInt32BigEndian(_rest),
            'L' => BinaryPrimitives.ReadInt64BigEndian(_rest),
            _ => -1,
        };
        return TrySkip(size) && count >= 0;
    }

    private bool TryTake(out byte value)
    {
        value = _rest.IsEmpty ? default : _rest[0];
        return TrySkip(1);
    }

    private bool TryTake(char value) => !_rest.IsEmpty && _rest[0] == value && TrySkip(1);

    private bool TrySkip(long count)
    {
        if (count > _rest.Length)
            return false;
        _rest = _rest[(int)count..];
        return true;
    }
}
