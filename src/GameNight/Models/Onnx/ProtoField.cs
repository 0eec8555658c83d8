namespace GameNight.Models.Onnx;

/// <summary>One field of a serialized protobuf message.</summary>
/// <param name="Number">Its number in the message's .proto file.</param>
/// <param name="Value">The number of a field that is a varint, as integers are written. Null for all others, floats among them.</param>
/// <param name="Content">
/// Where its content lies within the bytes: of a text, of bytes, of a message, or of a packed list. Null for a field that is a number.
/// </param>
internal readonly record struct ProtoField(int Number, ulong? Value, Range? Content);
