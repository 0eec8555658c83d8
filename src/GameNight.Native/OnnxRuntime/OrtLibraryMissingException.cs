namespace GameNight.Native.OnnxRuntime;

/// <summary>ONNX Runtime's native library was not found or cannot be used.</summary>
/// <param name="message">Where the library was looked for, why each place failed, and what to do.</param>
public sealed class OrtLibraryMissingException(string message) : Exception(message);
