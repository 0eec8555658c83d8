using System.Runtime.InteropServices;
using System.Text;
using GameNight.Models;
using GameNight.Models.Onnx;
using Google.Protobuf;

namespace GameNight.Training.Onnx;

/// <summary>Reads and replaces constants of floats in an ONNX file, without changing any other byte.</summary>
/// <remarks>https://github.com/onnx/onnx/blob/main/onnx/onnx.proto</remarks>
internal static class OnnxWeights
{
    private const int ModelGraph = 7;
    private const int GraphInitializer = 5;
    private const int TensorName = 8;
    private const int TensorRawData = 9;

    /// <summary>The values of a constant.</summary>
    /// <exception cref="InvalidModelException">The model has no constant of that name.</exception>
    public static float[] Read(byte[] model, string name) =>
        MemoryMarshal.Cast<byte, float>(model.AsSpan(Find(model, name))).ToArray();

    /// <summary>A copy of a model with other values in a constant.</summary>
    /// <exception cref="InvalidModelException">The model has no constant of that name, or one of another length.</exception>
    public static byte[] Replace(byte[] model, string name, float[] values)
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan());
        var copy = (byte[])model.Clone();
        var target = copy.AsSpan(Find(model, name));
        if (target.Length != bytes.Length)
            throw new InvalidModelException($"{name} has {target.Length / sizeof(float)} values in the model, not {values.Length}.");
        bytes.CopyTo(target);
        return copy;
    }

    /// <summary>The range of a constant's bytes within the file.</summary>
    private static Range Find(byte[] model, string name)
    {
        var utf8Name = Encoding.UTF8.GetBytes(name);
        try
        {
            var file = new ProtoFile(model);
            return file.Find(Range.All, ModelGraph)
                .SelectMany(graph => file.Find(graph, GraphInitializer))
                .Where(tensor => file.Find(tensor, TensorName).Any(text => model.AsSpan(text).SequenceEqual(utf8Name)))
                .SelectMany(tensor => file.Find(tensor, TensorRawData))
                .Cast<Range?>().FirstOrDefault() ?? throw new InvalidModelException($"The model has no constant {name}.");
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The model is no ONNX file: {e.Message}", e);
        }
    }
}
