using System.Globalization;
using System.Text.Json;

namespace GameNight.Training.Trees;

/// <summary>What predicting needs of a booster in XGBoost's JSON format: the trees of ten classes and what their sums begin with.</summary>
/// <remarks>https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html, doc/model.schema</remarks>
internal sealed record BoosterJson(int Features, float[] BaseScores, IReadOnlyList<BoosterTree> Trees)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="InvalidDataException">This is no booster, or not one that gives the probabilities of ten classes by plain trees.</exception>
    public static BoosterJson Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var learner = (JsonSerializer.Deserialize<File>(json, Json) ?? throw new JsonException("It is null.")).Learner;
            Require(learner.GradientBooster.Name == "gbtree", $"its booster is {learner.GradientBooster.Name}, and only gbtree can be read");
            Require(learner.Objective.Name == "multi:softprob", $"its objective is {learner.Objective.Name}, and multi:softprob is needed");
            Require(learner.LearnerModelParam.NumClass == $"{BoostedTrees.Classes}", $"it has {learner.LearnerModelParam.NumClass} classes, and a digit is one of {BoostedTrees.Classes}");
            var model = learner.GradientBooster.Model ?? throw new JsonException("It has no model.");
            Require(model.Trees.Count > 0, "it has no trees");
            Require(model.Trees.Count == model.TreeInfo.Count, $"it has {model.Trees.Count} trees, but {model.TreeInfo.Count} classes of trees");
            var features = int.Parse(learner.LearnerModelParam.NumFeature, CultureInfo.InvariantCulture);
            // One number for all classes, or since version 3 a list with one for each.
            var scores = learner.LearnerModelParam.BaseScore.Trim('[', ']').Split(',').Select(score => float.Parse(score, CultureInfo.InvariantCulture)).ToArray();
            Require(scores.Length is 1 or BoostedTrees.Classes, $"it has {scores.Length} base scores");
            return new BoosterJson(features, scores.Length == 1 ? [.. Enumerable.Repeat(scores[0], BoostedTrees.Classes)] : scores, [.. model.Trees.Zip(model.TreeInfo, (tree, digit) => tree.ToTree(digit, features))]);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException($"This is no booster in XGBoost's JSON format: {e.Message}", e);
        }
    }

    /// <summary>
    /// The same booster, asked about bytes instead of byte × scale + offset. XGBoost puts thresholds on values that it has seen,
    /// which the float of another program misses by its last bit; on whole bytes nothing can be missed.
    /// </summary>
    public BoosterJson OverBytes(double scale, double offset) => (scale, offset) == (1, 0) ? this
        : this with { Trees = [.. Trees.Select(tree => tree with { Nodes = [.. tree.Nodes.Select(node => node.IsLeaf ? node : node with { Value = InBytes(node.Value, scale, offset) })] })] };

    /// <summary>What is as good as a whole byte is one.</summary>
    private static float InBytes(float threshold, double scale, double offset)
    {
        var bytes = (threshold - offset) / scale;
        return (float)(Math.Abs(bytes - Math.Round(bytes)) < 0.001 ? Math.Round(bytes) : bytes);
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidDataException($"The booster cannot be used: {otherwise}.");
    }

    private sealed record File(Learner Learner);

    private sealed record Learner(ModelParam LearnerModelParam, Named Objective, GradientBooster GradientBooster);

    private sealed record ModelParam(string BaseScore, string NumClass, string NumFeature);

    private sealed record Named(string Name);

    private sealed record GradientBooster(string Name, Model? Model = null);

    private sealed record Model(IReadOnlyList<Tree> Trees, IReadOnlyList<int> TreeInfo);

    /// <summary>In a node that is a leaf, the split's condition is the leaf's value.</summary>
    private sealed record Tree(
        int[] LeftChildren, int[] RightChildren, int[] SplitIndices, float[] SplitConditions, IReadOnlyList<JsonElement> DefaultLeft, int[]? SplitType = null)
    {
        public BoosterTree ToTree(int digit, int features)
        {
            var count = LeftChildren.Length;
            Require(count > 0 && RightChildren.Length == count && SplitIndices.Length == count && SplitConditions.Length == count && DefaultLeft.Count == count, "a tree's lists have different lengths");
            Require(SplitType?.Any(type => type != 0) != true, "it splits by categories, and pixels are numbers");
            Require(digit is >= 0 and < BoostedTrees.Classes, $"a tree is of class {digit}");
            // From the root, because nodes that pruning cut off are still in the lists.
            var (reached, nodes) = (new List<int> { 0 }, new List<BoosterNode>());
            for (var i = 0; i < reached.Count; i++)
            {
                var node = reached[i];
                if (LeftChildren[node] < 0)
                {
                    nodes.Add(new BoosterNode(SplitConditions[node]));
                    continue;
                }

                Require(LeftChildren[node] < count && RightChildren[node] >= 0 && RightChildren[node] < count && reached.Count + 2 <= count, "a tree's nodes form no tree");
                Require(SplitIndices[node] >= 0 && SplitIndices[node] < features, $"a tree asks for feature {SplitIndices[node]} of {features}");
                nodes.Add(new BoosterNode(SplitConditions[node], SplitIndices[node], reached.Count, reached.Count + 1, IsTrue(DefaultLeft[node])));
                reached.AddRange([LeftChildren[node], RightChildren[node]]);
            }

            return new BoosterTree(digit, nodes);
        }

        /// <summary>Old versions write a truth, newer ones a number.</summary>
        private static bool IsTrue(JsonElement flag) => flag.ValueKind == JsonValueKind.Number ? flag.GetInt32() != 0 : flag.GetBoolean();
    }
}
