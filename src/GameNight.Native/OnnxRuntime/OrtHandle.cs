namespace GameNight.Native.OnnxRuntime;

/// <summary>
/// Owns a native object of ONNX Runtime. Derived types let the creating function write directly into the handle, so that no
/// exception in between can leak the object.
/// </summary>
internal abstract class OrtHandle(OrtRuntime runtime) : NativeHandle
{
    public OrtRuntime Runtime { get; } = runtime;
}
