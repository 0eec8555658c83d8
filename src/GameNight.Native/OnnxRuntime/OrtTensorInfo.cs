using System.Diagnostics.CodeAnalysis;

namespace GameNight.Native.OnnxRuntime;

/// <summary>One input or output that a model declares.</summary>
/// <param name="Name">As the model spells it; case matters.</param>
/// <param name="ElementType">What a tensor holds, or, when negative, what it is instead of a tensor.</param>
/// <param name="Shape">The length of each dimension, -1 where only a run decides it. Empty for a scalar and for what is no tensor.</param>
public sealed record OrtTensorInfo(string Name, OrtElementType ElementType, IReadOnlyList<long> Shape);

/// <summary>
/// <c>ONNXTensorElementDataType</c> of onnxruntime_c_api.h, and below zero its <c>ONNXType</c> with the sign turned:
/// classifiers that come from other tools often put out a sequence of maps beside their tensors.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "The members are names of types, because that is what they stand for.")]
public enum OrtElementType
{
    Optional = -6,
    SparseTensor = -5,
    Opaque = -4,
    Map = -3,
    Sequence = -2,
    Undefined = 0,
    Float,
    UInt8,
    Int8,
    UInt16,
    Int16,
    Int32,
    Int64,
    String,
    Bool,
    Float16,
    Double,
    UInt32,
    UInt64,
    Complex64,
    Complex128,
    BFloat16,
}
