using System.Text;

namespace GameNight.Benchmarks.Endurance.Circuits;

/// <summary>The values of MessagePack, as far as pages and circuits send them.</summary>
/// <remarks>https://github.com/msgpack/msgpack/blob/master/spec.md</remarks>
internal static partial class MessagePack
{
    /// <summary>Reads a value: a string, a number, a truth value, null, bytes, or an array of them; a map as its keys and values.</summary>
    /// <param name="from">The bytes.</param>
    /// <param name="at">Where it begins; afterwards, where the next one does.</param>
    public static object? Read(ReadOnlySpan<byte> from, ref int at)
    {
        var kind = from[at++];
        switch (kind)
        {
            case <= 0x7F:
                return (long)kind;
            case <= 0x8F:
                return ReadArray(from, ref at, 2 * (kind & 0x0F));
            case <= 0x9F:
                return ReadArray(from, ref at, kind & 0x0F);
            case <= 0xBF:
                return Encoding.UTF8.GetString(Take(from, ref at, kind & 0x1F));
            case 0xC0:
                return null;
            case 0xC2 or 0xC3:
                return kind == 0xC3;
            case 0xC4 or 0xC5 or 0xC6:
                return Take(from, ref at, (int)ReadUnsigned(from, ref at, 1 << (kind - 0xC4))).ToArray();
            case 0xCA or 0xCB:
                at += kind == 0xCA ? 4 : 8;
                return null;
            case >= 0xCC and <= 0xCF:
                return (long)ReadUnsigned(from, ref at, 1 << (kind - 0xCC));
            case >= 0xD0 and <= 0xD3:
                var bits = 8 << (kind - 0xD0);
                return (long)ReadUnsigned(from, ref at, bits / 8) << (64 - bits) >> (64 - bits);
            case 0xD9 or 0xDA or 0xDB:
                return Encoding.UTF8.GetString(Take(from, ref at, (int)ReadUnsigned(from, ref at, 1 << (kind - 0xD9))));
            case 0xDC or 0xDD:
                return ReadArray(from, ref at, (int)ReadUnsigned(from, ref at, 2 << (kind - 0xDC)));
            case 0xDE or 0xDF:
                return ReadArray(from, ref at, 2 * (int)ReadUnsigned(from, ref at, 2 << (kind - 0xDE)));
            case >= 0xE0:
                return (long)(sbyte)kind;
            default:
                throw new InvalidDataException($"The kind {kind:X2} of MessagePack is not read.");
        }
    }

    private static object?[] ReadArray(ReadOnlySpan<byte> from, ref int at, int count)
    {
        var values = new object?[count];
        for (var i = 0; i < count; i++)
            values[i] = Read(from, ref at);
        return values;
    }

    private static ulong ReadUnsigned(ReadOnlySpan<byte> from, ref int at, int bytes)
    {
        var value = 0UL;
        foreach (var next in Take(from, ref at, bytes))
            value = (value << 8) | next;
        return value;
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> from, ref int at, int count)
    {
        at += count;
        return from.Slice(at - count, count);
    }
}
