using GameNight.Native.OnnxRuntime;
using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>
/// Looks at a model file before ONNX Runtime does, which is native code and would follow it wherever it leads: to other files of this
/// machine, or to gigabytes. The only place where models are loaded.
/// </summary>
/// <remarks>https://github.com/onnx/onnx/blob/main/onnx/onnx.proto</remarks>
public static class OnnxInspection
{
    private const int MaxDepth = 4;

    private const int ModelGraph = 7;
    private const int ModelTrainingInfo = 20;
    private const int ModelFunctions = 25;
    private const int GraphNode = 1;
    private const int GraphInitializer = 5;
    private const int GraphSparseInitializer = 15;

    /// <summary>Loads a model that passes the inspection.</summary>
    /// <exception cref="InvalidModelException">It does not, or ONNX Runtime refuses it.</exception>
    /// <exception cref="OrtLibraryMissingException">ONNX Runtime was not found.</exception>
    public static OrtSession Load(ModelManifest manifest, byte[] model)
    {
        Check(manifest, model);
        try
        {
            return OrtSession.Load(model);
        }
        catch (OrtException e)
        {
            throw new InvalidModelException($"ONNX Runtime refuses the model: {e.Message}", e);
        }
    }

    /// <exception cref="InvalidModelException">
    /// The file is too large or no ONNX file, reaches for other files, has operators that a classifier does not need, states absurd sizes,
    /// or has not the input and output that the manifest promises. The message says which.
    /// </exception>
    public static void Check(ModelManifest manifest, byte[] model)
    {
        ModelFile.RequireSize(ModelPackage.ModelFile, model.Length);
        try
        {
            var fields = ProtoFields.ReadAll(model, Range.All).ToLookup(field => field.Number);
            if (fields[ModelFunctions].Concat(fields[ModelTrainingInfo]).Any())
                throw new InvalidModelException("The model brings functions or training steps of its own, which are not taken.");
            var graphs = fields[ModelGraph].Select(field => field.Content).OfType<Range>().ToList();
            if (graphs.Count == 0)
                throw new InvalidModelException("The model is no ONNX file: it has no graph.");
            var nodes = new List<NodeInfo>();
            var constants = new Dictionary<string, IReadOnlyList<double>?>();
            foreach (var graph in graphs)
                Collect(model, graph, nodes, constants, depth: 0);
            foreach (var node in nodes)
                SizedOperators.Check(node, constants);
            OnnxPorts.Check(manifest, model, graphs);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The model is no ONNX file: {e.Message}", e);
        }
    }

    private static void Collect(
        byte[] model, Range graph, List<NodeInfo> nodes, Dictionary<string, IReadOnlyList<double>?> constants, int depth)
    {
        if (depth > MaxDepth)
            throw new InvalidModelException($"The model has graphs within graphs, more than {MaxDepth} deep.");
        foreach (var field in ProtoFields.ReadAll(model, graph))
        {
            switch (field)
            {
                case { Number: GraphSparseInitializer }:
                    throw new InvalidModelException("The model has a sparse constant, which is not taken.");
                case { Number: GraphInitializer, Content: { } initializer }:
                    var tensor = new TensorInfo(model, initializer);
                    Add(constants, tensor.Name, tensor.Numbers());
                    break;
                case { Number: GraphNode, Content: { } content }:
                    var node = NodeInfo.Read(model, content);
                    nodes.Add(node);
                    if (node is { IsConstant: true, Outputs: [var name, ..] })
                        Add(constants, name, node.Numbers());
                    foreach (var inner in node.Attributes.SelectMany(attribute => attribute.Graphs))
                        Collect(model, inner, nodes, constants, depth + 1);
                    break;
            }
        }
    }

    /// <summary>A name that two constants have, in two graphs, is none that a size can be read from.</summary>
    private static void Add(Dictionary<string, IReadOnlyList<double>?> constants, string name, IReadOnlyList<double>? numbers)
    {
        if (!constants.TryAdd(name, numbers))
            constants[name] = null;
    }
}
