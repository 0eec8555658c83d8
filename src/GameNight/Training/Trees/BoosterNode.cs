namespace GameNight.Training.Trees;

/// <param name="Value">Of a leaf: what it adds. Else the threshold: what is less goes left.</param>
/// <param name="Feature">The column that is compared; -1 for a leaf.</param>
/// <param name="Left">A node's place in the tree.</param>
/// <param name="Right">A node's place in the tree.</param>
/// <param name="DefaultLeft">Whether a missing value goes left.</param>
internal readonly record struct BoosterNode(float Value, int Feature = -1, int Left = -1, int Right = -1, bool DefaultLeft = false)
{
    public bool IsLeaf => Feature < 0;
}
