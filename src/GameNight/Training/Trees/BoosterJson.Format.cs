using System.Text.Json;

namespace GameNight.Training.Trees;

internal sealed partial record BoosterJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private sealed record File(Learner Learner);

    private sealed record Learner(ModelParam LearnerModelParam, Named Objective, GradientBooster GradientBooster);

    private sealed record ModelParam(string BaseScore, string NumClass, string NumFeature);

    private sealed record Named(string Name);

    private sealed record GradientBooster(string Name, Model? Model = null);

    private sealed record Model(IReadOnlyList<Tree> Trees, IReadOnlyList<int> TreeInfo);

    /// <summary>A tree as a list for each property of its nodes. The split condition of a leaf is the leaf's value.</summary>
    private sealed record Tree(
        int[] LeftChildren,
        int[] RightChildren,
        int[] SplitIndices,
        float[] SplitConditions,
        IReadOnlyList<JsonElement> DefaultLeft,
        int[]? SplitType = null)
    {
        public BoosterTree ToTree(int digit, int features)
        {
            var count = LeftChildren.Length;
            int[] lengths = [RightChildren.Length, SplitIndices.Length, SplitConditions.Length, DefaultLeft.Count];
            Require(count > 0 && Array.TrueForAll(lengths, length => length == count), "a tree's lists have different lengths");
            Require(SplitType?.Any(type => type != 0) != true, "it splits by categories, and pixels are numbers");
            Require(digit is >= 0 and < BoostedTrees.Classes, $"a tree is of class {digit}");
            // From the root, because the lists still contain the nodes that were pruned.
            var (reached, nodes) = (new List<int> { 0 }, new List<BoosterNode>());
            for (var i = 0; i < reached.Count; i++)
            {
                var node = reached[i];
                var (left, right, feature) = (LeftChildren[node], RightChildren[node], SplitIndices[node]);
                if (left < 0)
                {
                    nodes.Add(new BoosterNode(SplitConditions[node]));
                    continue;
                }

                Require(left < count && right >= 0 && right < count && reached.Count + 2 <= count, "a tree's nodes form no tree");
                Require(feature >= 0 && feature < features, $"a tree asks for feature {feature} of {features}");
                var defaultLeft = IsTrue(DefaultLeft[node]);
                nodes.Add(new BoosterNode(SplitConditions[node], feature, reached.Count, reached.Count + 1, defaultLeft));
                reached.AddRange([left, right]);
            }

            return new BoosterTree(digit, nodes);
        }

        /// <summary>Old versions of XGBoost write booleans, new ones 0 and 1.</summary>
        private static bool IsTrue(JsonElement flag) =>
            flag.ValueKind == JsonValueKind.Number ? flag.GetInt32() != 0 : flag.GetBoolean();
    }
}
