namespace GameNight.Training.Trees;

/// <param name="Round">Done, counted from 1.</param>
/// <param name="Mnist">The share of MNIST's held-out images that is right.</param>
/// <param name="MadeUpInk">The share of held-out synthetic drawings that is right.</param>
public sealed record BaseTreesProgress(int Round, double Mnist, double MadeUpInk);
