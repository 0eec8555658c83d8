using System.Collections.Frozen;

namespace GameNight.Models.Onnx;

/// <summary>
/// The operators that a classifier of digits may be made of: what computes, normalises, arranges and decides. Not among them is what
/// runs for as long as it likes (Loop, Scan), what has graphs of its own (If), what answers more or less depending on the drawing (NonZero,
/// Compress, Unique), draws lots, reads texts, sounds and image files, or holds lists of tensors.
/// </summary>
/// <remarks>https://onnx.ai/onnx/operators/</remarks>
internal static class OnnxOperators
{
    private const string Main =
        """
        Abs Acos Acosh Add And Asin Asinh Atan Atanh BitShift BitwiseAnd BitwiseNot BitwiseOr BitwiseXor Ceil Clip Cos Cosh CumSum Det Div
        Equal Erf Exp Floor Greater GreaterOrEqual IsInf IsNaN Less LessOrEqual Log Max Mean Min Mod Mul Neg Not Or Pow Reciprocal Round
        Sign Sin Sinh Sqrt Sub Sum Tan Tanh Where Xor
        Celu Elu Gelu HardSigmoid HardSwish Hardmax LeakyRelu LogSoftmax Mish PRelu Relu Selu Shrink Sigmoid Softmax Softplus Softsign
        Swish ThresholdedRelu
        AveragePool BatchNormalization Conv ConvInteger ConvTranspose DepthToSpace Dropout Einsum Flatten GRU Gemm GlobalAveragePool
        GlobalLpPool GlobalMaxPool GroupNormalization InstanceNormalization LRN LSTM LayerNormalization LpNormalization LpPool MatMul
        MatMulInteger MaxPool MeanVarianceNormalization RMSNormalization RNN SpaceToDepth Attention
        DequantizeLinear DynamicQuantizeLinear QLinearConv QLinearMatMul QuantizeLinear
        ArgMax ArgMin ReduceL1 ReduceL2 ReduceLogSum ReduceLogSumExp ReduceMax ReduceMean ReduceMin ReduceProd ReduceSum ReduceSumSquare
        AffineGrid Cast CastLike Concat Constant ConstantOfShape Expand EyeLike Gather GatherElements GatherND GridSample Identity
        OneHot Pad Range Reshape Resize ReverseSequence Scatter ScatterElements ScatterND Shape Size Slice Split Squeeze Tile
        TopK Transpose Trilu Unsqueeze Upsample
        """;

    private const string Ml =
        """
        ArrayFeatureExtractor Binarizer FeatureVectorizer Imputer LabelEncoder LinearClassifier LinearRegressor Normalizer OneHotEncoder
        SVMClassifier SVMRegressor Scaler TreeEnsemble TreeEnsembleClassifier TreeEnsembleRegressor ZipMap
        """;

    private static readonly FrozenDictionary<string, FrozenSet<string>> Domains = new Dictionary<string, FrozenSet<string>>
    {
        [""] = Words(Main),
        ["ai.onnx"] = Words(Main),
        ["ai.onnx.ml"] = Words(Ml),
    }.ToFrozenDictionary();

    /// <exception cref="InvalidModelException">It is none of them.</exception>
    public static void Require(string domain, string operation)
    {
        if (!Domains.TryGetValue(domain, out var operations))
        {
            throw new InvalidModelException(
                $"Its operator {operation} is of the domain {domain}. Only ONNX's own are taken: those of ai.onnx and ai.onnx.ml.");
        }

        if (!operations.Contains(operation))
            throw new InvalidModelException($"Its operator {operation} is none that a classifier of digits needs.");
    }

    private static FrozenSet<string> Words(string text) =>
        text.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
