namespace GameNight.Native.OnnxRuntime;

/// <summary>A call of ONNX Runtime failed.</summary>
/// <param name="code">The kind of failure.</param>
/// <param name="message">ONNX Runtime's own message.</param>
public sealed class OrtException(OrtErrorCode code, string message) : Exception(message)
{
    public OrtErrorCode Code { get; } = code;
}
