namespace GameNight.Native.OnnxRuntime;

/// <summary>One input or output that a model declares.</summary>
/// <param name="Name">As the model spells it; case matters.</param>
/// <param name="ElementType">What a tensor holds, or, when negative, what it is instead of a tensor.</param>
/// <param name="Shape">The length of each dimension, -1 where only a run decides it. Empty for a scalar and for what is no tensor.</param>
public sealed record OrtTensorInfo(string Name, OrtElementType ElementType, IReadOnlyList<long> Shape);
