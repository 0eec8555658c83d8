namespace GameNight.Native.OnnxRuntime;

/// <summary>ONNX Runtime refused or failed: <see cref="Exception.Message"/> is what it said.</summary>
public sealed class OrtException(OrtErrorCode code, string message) : Exception(message)
{
    public OrtErrorCode Code { get; } = code;
}
