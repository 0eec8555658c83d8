using Google.Protobuf;

namespace GameNight.Models.Onnx;

/// <summary>A node of an ONNX graph: a <c>NodeProto</c>.</summary>
/// <param name="Operation">Its operator.</param>
/// <param name="Inputs">The names of its inputs; empty for one that is left out.</param>
/// <param name="Outputs">The names of its outputs.</param>
/// <param name="Attributes">Its attributes.</param>
internal sealed record NodeInfo(
    string Operation, IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs, IReadOnlyList<AttributeInfo> Attributes)
{
    private const int Input = 1;
    private const int Output = 2;
    private const int OpType = 4;
    private const int Attribute = 5;
    private const int Domain = 7;

    /// <exception cref="InvalidModelException">The operator is none that is taken, or an attribute is refused.</exception>
    /// <exception cref="InvalidProtocolBufferException">The bytes are no node.</exception>
    public static NodeInfo Read(ProtoFile model, Range node)
    {
        var fields = model.ReadAll(node).Where(field => field.Content is not null).ToLookup(field => field.Number);
        string[] Texts(int number) => [.. fields[number].Select(field => model.Text(field.Content!.Value))];
        var (operation, domain) = (Texts(OpType).LastOrDefault(""), Texts(Domain).LastOrDefault(""));
        OnnxOperators.Require(domain, operation);
        var attributes = fields[Attribute].Select(field => AttributeInfo.Read(model, field.Content!.Value, operation));
        return new NodeInfo(operation, Texts(Input), Texts(Output), [.. attributes]);
    }

    /// <summary>The numbers of a node that is a constant; null for other nodes, and where they are many or no integers.</summary>
    public IReadOnlyList<double>? Numbers() => this switch
    {
        { Operation: "Constant", Attributes: [{ Tensor: { } tensor }] } => tensor.Numbers(),
        { Operation: "Constant", Attributes: [{ Integers: { Count: > 0 } integers }] } => [.. integers.Select(number => (double)number)],
        _ => null,
    };
}
