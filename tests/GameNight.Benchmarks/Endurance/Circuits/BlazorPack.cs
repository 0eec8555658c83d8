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
        MessagePack.Write(body, id);
        MessagePack.Write(body, target);
        body.WriteByte((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            MessagePack.Write(body, argument);
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
            messages.Add((object?[])MessagePack.Read(frame.Slice(at, length), ref start)!);
            at += length;
        }

        return messages;
    }
}
