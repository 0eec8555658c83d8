using GameNight.Http;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Recognition.Guessing;

/// <summary>No model can run, because ONNX Runtime's native library is missing or cannot be used.</summary>
public sealed class ModelRuntimeMissingException(OrtLibraryMissingException cause)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "No model can run", cause.Message, cause);
