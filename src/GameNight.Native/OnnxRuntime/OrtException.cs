namespace GameNight.Native.OnnxRuntime;

/// <summary>ONNX Runtime refused or failed: <see cref="Exception.Message"/> is what it said.</summary>
public sealed class OrtException(OrtErrorCode code, string message) : Exception(message)
{
    public OrtErrorCode Code { get; } = code;
}

/// <summary><c>OrtErrorCode</c> of onnxruntime_c_api.h. A newer library may return a number that has no name here.</summary>
public enum OrtErrorCode
{
    Ok,
    Fail,
    InvalidArgument,
    NoSuchFile,
    NoModel,
    EngineError,
    RuntimeException,
    InvalidProtobuf,
    ModelLoaded,
    NotImplemented,
    InvalidGraph,
    ExecutionProviderFail,
}
