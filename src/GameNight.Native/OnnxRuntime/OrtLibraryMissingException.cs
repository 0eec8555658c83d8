namespace GameNight.Native.OnnxRuntime;

/// <summary>ONNX Runtime's native library was not found or cannot be used: the message says where it was looked for and what to do.</summary>
public sealed class OrtLibraryMissingException(string message) : Exception(message);
