namespace GameNight.Training.Trees;

/// <summary>The progress of the training of <see cref="BaseTrees"/>.</summary>
/// <param name="Round">The number of finished rounds.</param>
/// <param name="MnistAccuracy">The accuracy on MNIST's held-out images, 0 to 1.</param>
/// <param name="SyntheticAccuracy">The accuracy on held-out synthetic drawings, 0 to 1.</param>
public sealed record BaseTreesProgress(int Round, double MnistAccuracy, double SyntheticAccuracy);
