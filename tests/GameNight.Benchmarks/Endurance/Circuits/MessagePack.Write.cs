using System.Buffers.Binary;
using System.Text;

namespace GameNight.Benchmarks.Endurance.Circuits;

internal static partial class MessagePack
{
    /// <summary>Writes a string, a number, a truth value or null.</summary>
    public static void Write(MemoryStream to, object? value)
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
}
