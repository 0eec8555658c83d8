namespace GameNight.Native.OnnxRuntime;

/// <summary><c>OrtErrorCode</c> of onnxruntime_c_api.h. A newer library may return values that have no name here.</summary>
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
