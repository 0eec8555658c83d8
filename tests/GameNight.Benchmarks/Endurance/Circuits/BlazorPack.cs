using System.Buffers.Binary;
using System.Text;

namespace GameNight.Benchmarks.Endurance.Circuits;

/// <summary>
/// Writes and reads the messages between a page and its circuit: SignalR's MessagePack protocol, which Blazor calls <c>blazorpack</c>.
/// Only what pages need is here.
/// </summary>
/// <remarks>https://github.com/dotnet/aspnetcore/blob/main/src/SignalR/docs/specs/HubProtocol.md</remarks>
internal static class BlazorPack
{
    public const long Invocation = 1;
    public const long Completion = 3;
    public const long Close = 7;

    public static readonly byte[] Handshake = "{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray();

    public static readonly byte[] Ping = [2, 0x91, 6];

    /// <summary>Writes a call of the server.</summary>
    /// <param name="id">The id under which its result comes back; null for none.</param>
    /// <param name="target">The method's name.</param>
    /// <param name="arguments">Strings, numbers, truth values and nulls, 15 at most.</param>
    public static byte[] Call(string? id, string target, params object?[] arguments)
    {
        using var body = new MemoryStream();
        body.Write([0x96, (byte)Invocation, 0x80]);
        WriteValue(body, id);
        WriteValue(body, target);
        body.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            WriteValue(body, argument);
        body.WriteByte(0x90);

        using var message = new MemoryStream();
        for (var length = body.Length; ; length >>= 7)
        {
            message.WriteByte((byte)((length & 0x7F) | (length > 0x7F ? 0x80 : 0L)));
            if (length <= 0x7F)
                break;
        }

        body.WriteTo(message);
        return message.ToArray();
    }

    /// <summary>Reads all messages of a frame, each as the array that it is.</summary>
    public static List<object?[]> Read(ReadOnlySpan<byte> frame)
    {
        var messages = new List<object?[]>();
        for (var at = 0; at < frame.Length;)
        {
            var (length, shift) = (0, 0);
            byte next;
            do
            {
                next = frame[at++];
                length |= (next & 0x7F) << shift;
                shift += 7;
            }
            while (next > 0x7F);

            var start = 0;
            messages.Add((object?[])ReadValue(frame.Slice(at, length), ref start)!);
            at += length;
        }

        return messages;
    }

    private static void WriteValue(MemoryStream to, object? value)
    {
        Span<byte> head = stackalloc byte[9];
        switch (value)
        {
            case null:
                to.WriteByte(0xC0);
                break;
            case bool truth:
                to.WriteByte(truth ? (byte)0xC3 : (byte)0xC2);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                head[0] = 0xDB;
                BinaryPrimitives.WriteInt32BigEndian(head[1..], bytes.Length);
                to.Write(head[..5]);
                to.Write(bytes);
                break;
            case long number:
                head[0] = 0xD3;
                BinaryPrimitives.WriteInt64BigEndian(head[1..], number);
                to.Write(head);
                break;
            default:
                throw new ArgumentException($"A {value.GetType()} is not written.", nameof(value));
        }
    }

    private static object? ReadValue(ReadOnlySpan<byte> from, ref int at)
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
            values[i] = ReadValue(from, ref at);
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
