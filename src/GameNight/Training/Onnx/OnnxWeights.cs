using System.Runtime.InteropServices;
using GameNight.Models;
using Google.Protobuf;

namespace GameNight.Training.Onnx;

/// <summary>Reads and replaces constants of floats in an ONNX file by their names; every other byte stays.</summary>
/// <remarks>https://github.com/onnx/onnx/blob/main/onnx/onnx.proto</remarks>
internal static class OnnxWeights
{
    private const int ModelGraph = 7;
    private const int GraphInitializer = 5;
    private const int TensorName = 8;
    private const int TensorRawData = 9;

    /// <exception cref="InvalidModelException">The model has no such constant.</exception>
    public static float[] Read(byte[] model, string name) => MemoryMarshal.Cast<byte, float>(model.AsSpan(Find(model, name))).ToArray();

    /// <returns>A copy with other values.</returns>
    /// <exception cref="InvalidModelException">The model has no such constant, or one of another length.</exception>
    public static byte[] Replace(byte[] model, string name, float[] values)
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        var (copy, place) = ((byte[])model.Clone(), Find(model, name));
        var room = copy.AsSpan(place);
        if (room.Length != bytes.Length)
            throw new InvalidModelException($"{name} has {room.Length / sizeof(float)} values in the model, not {values.Length}.");
        bytes.CopyTo(room);
        return copy;
    }

    /// <summary>Where the constant's bytes lie.</summary>
    private static Range Find(byte[] model, string name)
    {
        try
        {
            return Fields(model, Range.All, ModelGraph).SelectMany(graph => Fields(model, graph, GraphInitializer))
                .Where(tensor => Fields(model, tensor, TensorName).Any(text => model.AsSpan(text).SequenceEqual(System.Text.Encoding.UTF8.GetBytes(name))))
                .SelectMany(tensor => Fields(model, tensor, TensorRawData))
                .Cast<Range?>().FirstOrDefault() ?? throw new InvalidModelException($"The model has no constant {name}.");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The model is no ONNX file: {e.Message}", e);
        }
    }

    /// <summary>Where the contents of a field lie, as often as the message has it.</summary>
    private static List<Range> Fields(byte[] bytes, Range message, int field)
    {
        var (offset, length) = message.GetOffsetAndLength(bytes.Length);
        using var input = new CodedInputStream(bytes, offset, length);
        var found = new List<Range>();
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
            {
                input.SkipLastField();
                continue;
            }

            var size = input.ReadBytes().Length;
            var end = (int)input.Position;
            if (WireFormat.GetTagFieldNumber(tag) == field)
                found.Add((end - size)..end);
        }

        return found;
    }
}
