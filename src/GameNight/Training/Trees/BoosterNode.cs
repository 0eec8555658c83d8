namespace GameNight.Training.Trees;

/// <summary>A node of a tree: a split or a leaf.</summary>
/// <param name="Value">The value of a leaf, or the threshold of a split: smaller features go left.</param>
/// <param name="Feature">The index of the feature that a split compares; -1 for a leaf.</param>
/// <param name="Left">The index of the left child in the tree; -1 for a leaf.</param>
/// <param name="Right">The index of the right child in the tree; -1 for a leaf.</param>
/// <param name="DefaultLeft">Whether a missing feature goes left.</param>
internal readonly record struct BoosterNode(float Value, int Feature = -1, int Left = -1, int Right = -1, bool DefaultLeft = false)
{
    public bool IsLeaf => Feature < 0;
}
