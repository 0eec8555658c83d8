namespace GameNight.Training.Trees;

/// <summary>A tree of a booster.</summary>
/// <param name="Digit">The digit to whose sum the tree adds.</param>
/// <param name="Nodes">All nodes, the root first.</param>
internal sealed record BoosterTree(int Digit, IReadOnlyList<BoosterNode> Nodes);
