using GameNight.Http;
using GameNight.Native.OnnxRuntime;

namespace GameNight.Models;

/// <summary>A version cannot be used; the message tells the host why.</summary>
public sealed class InvalidModelException(string message, Exception? inner = null)
    : ProblemException(StatusCodes.Status422UnprocessableEntity, "The version can't serve", message, inner)
{
    /// <summary>Without what ONNX Runtime says, which names files.</summary>
    public override string Detail =>
        InnerException is OrtException ? "ONNX Runtime refuses the model. Why is in the server's log." : Message;
}
