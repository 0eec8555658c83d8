using System.Buffers.Binary;
using System.Text;

namespace GameNight.Benchmarks.Endurance.Circuits;

/// <summary>What changes on a page, as the server sends it: the buttons, and all texts, are read.</summary>
/// <remarks>The format is that of <c>RenderBatchWriter</c> in ASP.NET Core.</remarks>
internal sealed class RenderedBatch
{
    private const int Prepend = 1;
    private const int SetAttribute = 3;
    private const int Element = 1;
    private const int Attribute = 3;
    private const int FrameSize = 20;
    private const int EditSize = 16;

    private readonly byte[] _data;
    private readonly int _frames;

    public RenderedBatch(byte[] data)
    {
        _data = data;
        _frames = Number(data.Length - 16) + 4;
        var table = Number(data.Length - 4);
        for (var at = table; at < data.Length - 20; at += 4)
            Texts.Add(Text(Number(at)));
        ReadButtons(Number(data.Length - 20));
    }

    /// <summary>Everything that is written anywhere in it: names and values of attributes, too.</summary>
    public HashSet<string> Texts { get; } = [];

    /// <summary>
    /// What has a handler for clicks now: its component, what it does by its <c>data-action</c> (empty without one, null where an existing
    /// element gets a new handler), its handler.
    /// </summary>
    public List<(int Component, string? Action, long Handler)> Buttons { get; } = [];

    private void ReadButtons(int updated)
    {
        for (var i = 0; i < Number(updated); i++)
        {
            var at = Number(updated + 4 + 4 * i);
            var (component, edits) = (Number(at), Number(at + 4));
            for (var edit = at + 8; edit < at + 8 + EditSize * edits; edit += EditSize)
            {
                var frame = _frames + FrameSize * Number(edit + 8);
                if (Number(edit) == Prepend)
                    ReadSubtree(component, frame);
                else if (Number(edit) == SetAttribute && String(frame + 4) == "onclick")
                    Buttons.Add((component, null, Handler(frame)));
            }
        }
    }

    private void ReadSubtree(int component, int first)
    {
        var end = Number(first) == Element ? first + FrameSize * Number(first + 4) : first;
        for (var frame = first; frame < end; frame += FrameSize)
        {
            if (Number(frame) != Element)
                continue;
            var (name, handler) = ("", 0L);
            for (var at = frame + FrameSize; at < end && Number(at) == Attribute; at += FrameSize)
            {
                if (String(at + 4) == "data-action")
                    name = String(at + 8) ?? "";
                else if (String(at + 4) == "onclick")
                    handler = Handler(at);
            }

            if (handler != 0)
                Buttons.Add((component, name, handler));
        }
    }

    private long Handler(int frame) => BinaryPrimitives.ReadInt64LittleEndian(_data.AsSpan(frame + 12));

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(_data.AsSpan(at));

    private string? String(int at) => Number(at) is >= 0 and var index ? Text(Number(Number(_data.Length - 4) + 4 * index)) : null;

    private string Text(int at)
    {
        var (length, shift) = (0, 0);
        byte next;
        do
        {
            next = _data[at++];
            length |= (next & 0x7F) << shift;
            shift += 7;
        }
        while (next > 0x7F);
        return Encoding.UTF8.GetString(_data, at, length);
    }
}
