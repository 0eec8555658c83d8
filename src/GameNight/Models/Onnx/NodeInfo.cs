using System.Text;
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
    public static NodeInfo Read(byte[] model, Range node)
    {
        var fields = ProtoFields.ReadAll(model, node).Where(field => field.Content is not null).ToLookup(field => field.Number);
        string[] Texts(int number) => [.. fields[number].Select(field => Encoding.UTF8.GetString(model[field.Content!.Value]))];
        var (operation, domain) = (Texts(OpType).LastOrDefault(""), Texts(Domain).LastOrDefault(""));
        OnnxOperators.Require(domain, operation);
        var attributes = fields[Attribute].Select(field => AttributeInfo.Read(model, field.Content!.Value, operation));
        return new NodeInfo(operation, Texts(Input), Texts(Output), [.. attributes]);
    }

    /// <summary>Whether it is a constant, which has its value in an attribute.</summary>
    public bool IsConstant => Operation == "Constant";

    /// <summary>The numbers of a node that is a constant; null where they are many, or none at all.</summary>
    public IReadOnlyList<double>? Numbers() => Attributes is [var value]
        ? value.Tensor is { } tensor ? tensor.Numbers() : [.. value.Integers.Select(number => (double)number)]
        : null;
}
