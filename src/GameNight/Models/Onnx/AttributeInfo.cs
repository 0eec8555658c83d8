using System.Text;
using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>An attribute of a node: an <c>AttributeProto</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tensor">Its tensor; null where it has none.</param>
/// <param name="Graphs">Where the graphs lie that it has, such as the branches of an If.</param>
/// <param name="Integers">Its integer, or its list of them.</param>
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

    /// <exception cref="InvalidModelException">A tensor in it is refused.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no attribute.</exception>
    public static AttributeInfo Read(byte[] model, Range attribute, string operation)
    {
        var fields = ProtoFields.Read(model, attribute).ToLookup(field => field.Number);
        var name = fields[NameField].LastOrDefault().Content is { } text ? Encoding.UTF8.GetString(model[text]) : "";
        if (fields[SparseTensorField].Concat(fields[SparseTensorsField]).Any())
            throw new InvalidModelException($"Its operator {operation} has a sparse constant, which is not taken.");
        var tensors = fields[TensorField].Concat(fields[TensorsField])
            .Select(field => new TensorInfo(model, field.Content ?? default, $"{operation}.{name}")).ToList();
        // Parsers would make one of two, with the dimensions of both.
        if (fields[TensorField].Count() > 1 || fields[GraphField].Count() > 1)
            throw new InvalidModelException($"Its operator {operation} has the attribute {name} twice.");
        return new AttributeInfo(
            name,
            tensors.FirstOrDefault(),
            [.. fields[GraphField].Concat(fields[GraphsField]).Select(field => field.Content).OfType<Range>()],
            [.. fields[IntegerField].Concat(fields[IntegersField]).SelectMany(field => ProtoFields.Integers(model, field))]);
    }
}
