using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>An attribute of a node: an <c>AttributeProto</c>, which has a value of one kind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Tensor">Its tensor, or the first of its list of them; null where it has none.</param>
/// <param name="Integers">Its integer, or its list of them; empty where it has none, and null where they are too many.</param>
internal sealed record AttributeInfo(string Name, TensorInfo? Tensor, IReadOnlyList<long>? Integers)
{
    private const int NameField = 1;
    private const int FloatField = 2;
    private const int IntegerField = 3;
    private const int TextField = 4;
    private const int TensorField = 5;
    private const int GraphField = 6;
    private const int IntegersField = 8;
    private const int TextsField = 9;
    private const int TensorsField = 10;
    private const int GraphsField = 11;
    private const int SparseTensorField = 22;
    private const int SparseTensorsField = 23;

    /// <summary>The most bytes of a text. Texts are labels and modes; longer ones, copied, would be a way to large tensors.</summary>
    private const int MaxText = 256;

    /// <summary>How many integers or tensors are kept: shapes have few, the nodes of trees have thousands.</summary>
    private const int MaxValues = 64;

    /// <exception cref="InvalidModelException">It has a graph, values of two kinds, or a tensor that is refused.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no attribute.</exception>
    public static AttributeInfo Read(ProtoFile model, Range attribute, string operation)
    {
        var (name, kind, tensors, integers) = ("", 0, new List<Range>(), new List<long>());
        foreach (var field in model.Read(attribute))
        {
            switch (field.Number)
            {
                case NameField when field.Content is { } text:
                    name = model.Text(text);
                    continue;
                case GraphField or GraphsField:
                    throw new InvalidModelException($"Its operator {operation} has a graph of its own, which is not taken.");
                case SparseTensorField or SparseTensorsField:
                    throw new InvalidModelException($"Its operator {operation} has a sparse constant, which is not taken.");
                case < FloatField or > TensorsField:
                    continue;
            }

            // Which of two a parser takes, or whether it makes one of them, depends on the parser.
            if (kind != 0 && (kind != field.Number || kind < GraphField))
                throw new InvalidModelException($"Its operator {operation} has the attribute {name} twice.");
            kind = field.Number;
            if (kind is IntegerField or IntegersField && integers.Count <= MaxValues)
                integers.AddRange(model.Integers(field).Take(MaxValues + 1));
            if (kind is TextField or TextsField && field.Content is { } label && model.Length(label) > MaxText)
                throw new InvalidModelException($"Its operator {operation} has a text of more than {MaxText} bytes in {name}.");
            if (kind is TensorField or TensorsField && field.Content is { } tensor)
                tensors.Add(tensor);
            if (tensors.Count > MaxValues)
                throw new InvalidModelException($"Its operator {operation} has more than {MaxValues} constants in {name}.");
        }

        var read = tensors.ConvertAll(tensor => new TensorInfo(model, tensor, $"{operation}.{name}"));
        return new AttributeInfo(name, read.FirstOrDefault(), integers.Count <= MaxValues ? integers : null);
    }
}
