namespace GameNight.Training.Trees;

/// <summary>The result of the training of <see cref="BaseTrees"/>.</summary>
/// <param name="Model">The ONNX model.</param>
/// <param name="Booster">The same trees in XGBoost's UBJ format, for further training.</param>
/// <param name="Temperature">The temperature of the model, by which it divides its logits.</param>
/// <param name="Examples">The number of training images.</param>
public sealed record TrainedTrees(byte[] Model, byte[] Booster, float Temperature, int Examples);
