using GameNight.Models;
using GameNight.Models.Onnx;
using Google.Protobuf;

namespace GameNight.Training.Onnx;

/// <summary>A node of an ONNX graph: an operator, and the values that it reads and writes.</summary>
/// <param name="Operation">The operator's name, such as <c>Conv</c>.</param>
/// <param name="Inputs">The names of the values that it reads, constants among them.</param>
/// <param name="Outputs">The names of the values that it writes.</param>
/// <remarks>https://github.com/onnx/onnx/blob/main/onnx/onnx.proto</remarks>
internal sealed record OnnxNode(string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs)
{
    private const int ModelGraph = 7;
    private const int GraphNode = 1;

    /// <summary>The nodes of a model, each after those that it reads from.</summary>
    /// <exception cref="InvalidModelException">The model is no ONNX file.</exception>
    public static IReadOnlyList<OnnxNode> ReadAll(byte[] model)
    {
        try
        {
            var file = new ProtoFile(model);
            return
            [
                .. from graph in file.Find(Range.All, ModelGraph)
                   from node in file.Find(graph, GraphNode)
                   select new OnnxNode(Texts(file, node, 4).FirstOrDefault(""), Texts(file, node, 1), Texts(file, node, 2)),
            ];
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The model is no ONNX file: {e.Message}", e);
        }
    }

    private static List<string> Texts(ProtoFile model, Range node, int field) => model.Find(node, field).ConvertAll(model.Text);
}
