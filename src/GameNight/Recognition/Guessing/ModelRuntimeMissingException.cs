using GameNight.Http;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Recognition.Guessing;

/// <summary>No model can run, because ONNX Runtime's native library is missing or cannot be used.</summary>
public sealed class ModelRuntimeMissingException(OrtLibraryMissingException cause)
    : ProblemException(StatusCodes.Status503ServiceUnavailable, "No model can run", cause.Message, cause)
{
    /// <summary>Without the places where the library was looked for.</summary>
    public override string Detail => "ONNX Runtime cannot be loaded, which runs the models. Why is in the server's log.";
}
