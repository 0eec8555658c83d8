namespace GameNight.Training.Trees;

/// <param name="Digit">The class whose sum its leaves add to.</param>
/// <param name="Nodes">The root first.</param>
internal sealed record BoosterTree(int Digit, IReadOnlyList<BoosterNode> Nodes);
