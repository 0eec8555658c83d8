namespace GameNight.Native.OnnxRuntime;

/// <summary>The declaration of an input or output of a model.</summary>
/// <param name="Name">The name in the model, case-sensitive.</param>
/// <param name="ElementType">The type of a tensor's elements; negative where it is not a tensor.</param>
/// <param name="Shape">
/// The length of each dimension, -1 where it varies by run. Empty for scalars and for other types than tensors.
/// </param>
public sealed record OrtTensorInfo(string Name, OrtElementType ElementType, IReadOnlyList<long> Shape);
