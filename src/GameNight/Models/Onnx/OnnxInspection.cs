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
    /// <summary>The most fields of a file that are kept: a large network has some 10,000.</summary>
    private const int MaxFields = 100_000;

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
            var file = new ProtoFile(model, MaxFields);
            var fields = file.ReadAll(Range.All).ToLookup(field => field.Number);
            if (fields[ModelFunctions].Concat(fields[ModelTrainingInfo]).Any())
                throw new InvalidModelException("The model brings functions or training steps of its own, which are not taken.");
            var graphs = fields[ModelGraph].Select(field => field.Content).OfType<Range>().ToList();
            if (graphs.Count == 0)
                throw new InvalidModelException("The model is no ONNX file: it has no graph.");
            // What is fed takes the place of a constant of its name.
            var values = new OnnxValues(manifest.Input.Name);
            // A parser makes one graph of several.
            foreach (var graph in graphs)
                Collect(file, graph, values);
            foreach (var node in values.Nodes)
            {
                SizedOperators.Check(node, values);
                values.Follow(node);
            }

            OnnxPorts.Check(manifest, file, graphs);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new InvalidModelException($"The model is no ONNX file: {e.Message}", e);
        }
    }

    private static void Collect(ProtoFile model, Range graph, OnnxValues values)
    {
        foreach (var field in model.ReadAll(graph))
        {
            switch (field)
            {
                case { Number: GraphSparseInitializer }:
                    throw new InvalidModelException("The model has a sparse constant, which is not taken.");
                case { Number: GraphInitializer, Content: { } initializer }:
                    values.Add(new TensorInfo(model, initializer));
                    break;
                case { Number: GraphNode, Content: { } node }:
                    values.Add(NodeInfo.Read(model, node));
                    break;
            }
        }
    }
}
