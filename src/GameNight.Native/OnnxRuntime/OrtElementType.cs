using System.Diagnostics.CodeAnalysis;

namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// <c>ONNXTensorElementDataType</c> of onnxruntime_c_api.h, and as negative values its <c>ONNXType</c>: classifiers made with
/// other tools often have a sequence of maps among their outputs.
/// </summary>
[SuppressMessage("Naming", "CA1720", Justification = "The members stand for types.")]
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
