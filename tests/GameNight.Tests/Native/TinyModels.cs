using GameNight.Native.OnnxRuntime;
using static GameNight.Tests.Native.OnnxModel;

namespace GameNight.Tests.Native;

/// <summary>Models whose results can be computed by hand.</summary>
internal static class TinyModels
{
    /// <summary>For rows [a, b]: sums = [a + 2b + 10, 3a + 4b + 20], and outputs of other kinds.</summary>
    public static readonly byte[] Sums = Of(
        Constant("W", [2, 2], 1, 3, 2, 4),
        Constant("b", [2], 10, 20),
        Node("MatMul", ["x", "W"], ["xW"]),
        Node("Add", ["xW", "b"], ["sums"]),
        Node("Softmax", ["sums"], ["probabilities"], Attribute("axis", 1)),
        Node("ArgMax", ["sums"], ["label"], Attribute("axis", 1), Attribute("keepdims", 0)),
        Node("SequenceConstruct", ["sums"], ["list"]),
        Node("Transpose", ["sums"], ["transposed"]),
        Node("ReduceSum", ["sums"], ["total"], Attribute("keepdims", 0)),
        Input("x", OrtElementType.Float, "batch", 2),
        Output("sums", OrtElementType.Float, "batch", 2),
        Output("probabilities", OrtElementType.Float, "batch", 2),
        Output("label", OrtElementType.Int64, "batch"),
        SequenceOutput("list"),
        Output("transposed", OrtElementType.Float, 2, "batch"),
        Output("total", OrtElementType.Float));

    /// <summary>Has an input of doubles, which a session does not take.</summary>
    public static readonly byte[] Doubles = Of(
        Node("Abs", ["größe"], ["y"]),
        Input("größe", OrtElementType.Double, 3),
        Output("y", OrtElementType.Double, 3));

    public static readonly byte[] TwoInputs = Of(
        Node("Add", ["a", "b"], ["y"]),
        Input("a", OrtElementType.Float, 1),
        Input("b", OrtElementType.Float, 1),
        Output("y", OrtElementType.Float, 1));
}
