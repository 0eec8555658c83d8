using System.Text;
using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>An attribute of a node: an <c>AttributeProto</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tensor">Its tensor; null where it has none.</param>
/// <param name="Graphs">Where the graphs lie that it has, such as the branches of an If.</param>
/// <param name="Integers">Its integer, or the first of its list of them.</param>
internal sealed record AttributeInfo(string Name, TensorInfo? Tensor, IReadOnlyList<Range> Graphs, IReadOnlyList<long> Integers)
{
    private const int NameField = 1;
    private const int IntegerField = 3;
    private const int TensorField = 5;
    private const int GraphField = 6;
    private const int IntegersField = 8;
    private const int TensorsField = 10;
    private const int GraphsField = 11;
    private const int SparseTensorField = 22;
    private const int SparseTensorsField = 23;

    /// <summary>How many integers are kept: shapes have few, the nodes of trees have thousands.</summary>
    private const int MaxIntegers = 64;

    /// <exception cref="InvalidModelException">A tensor in it is refused.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no attribute.</exception>
    public static AttributeInfo Read(byte[] model, Range attribute, string operation)
    {
        var (name, tensors, graphs, integers) = ("", new List<Range>(), new List<Range>(), new List<long>());
        var (singleTensors, singleGraphs) = (0, 0);
        foreach (var field in ProtoFields.Read(model, attribute))
        {
            switch (field)
            {
                case { Number: NameField, Content: { } text }:
                    name = Encoding.UTF8.GetString(model[text]);
                    break;
                case { Number: IntegerField or IntegersField } when integers.Count < MaxIntegers:
                    integers.AddRange(ProtoFields.Integers(model, field).Take(MaxIntegers));
                    break;
                case { Number: TensorField or TensorsField, Content: { } tensor }:
                    singleTensors += field.Number == TensorField ? 1 : 0;
                    tensors.Add(tensor);
                    break;
                case { Number: GraphField or GraphsField, Content: { } graph }:
                    singleGraphs += field.Number == GraphField ? 1 : 0;
                    graphs.Add(graph);
                    break;
                case { Number: SparseTensorField or SparseTensorsField }:
                    throw new InvalidModelException($"Its operator {operation} has a sparse constant, which is not taken.");
            }
        }

        // Parsers would make one of two, with the dimensions of both.
        if (singleTensors > 1 || singleGraphs > 1)
            throw new InvalidModelException($"Its operator {operation} has the attribute {name} twice.");
        if (tensors.Count + graphs.Count > MaxIntegers)
            throw new InvalidModelException($"Its operator {operation} has more than {MaxIntegers} constants or graphs in {name}.");
        var read = tensors.ConvertAll(tensor => new TensorInfo(model, tensor, $"{operation}.{name}"));
        return new AttributeInfo(name, read.FirstOrDefault(), graphs, integers);
    }
}
