namespace GameNight.Training.Trees;

/// <param name="Model">ONNX.</param>
/// <param name="Booster">The same as XGBoost goes on from it, in UBJ.</param>
/// <param name="Temperature">What the model divides its sums by.</param>
/// <param name="Examples">How many images it was trained on.</param>
public sealed record TrainedTrees(byte[] Model, byte[] Booster, float Temperature, int Examples);
