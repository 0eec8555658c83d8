using System.Diagnostics.CodeAnalysis;

namespace GameNight.Native.OnnxRuntime;

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
