using System.Globalization;
using System.Text.Json;

namespace GameNight.Training.Trees;

/// <summary>The parts of a booster in XGBoost's JSON format that predictions depend on.</summary>
/// <param name="Features">The number of features.</param>
/// <param name="BaseScores">The start of each digit's sum.</param>
/// <param name="Trees">The trees, in the order in which their leaves are added.</param>
/// <remarks>https://xgboost.readthedocs.io/en/stable/tutorials/saving_model.html, doc/model.schema</remarks>
internal sealed partial record BoosterJson(int Features, float[] BaseScores, IReadOnlyList<BoosterTree> Trees)
{
    /// <summary>Reads a booster.</summary>
    /// <exception cref="InvalidDataException">
    /// The bytes are not a booster, or not one that predicts the probabilities of ten classes by plain trees.
    /// </exception>
    public static BoosterJson Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return Read((JsonSerializer.Deserialize<File>(json, Json) ?? throw new JsonException("It is null.")).Learner);
        }
        catch (Exception e) when (e is JsonException or FormatException or OverflowException or InvalidOperationException)
        {
            throw new InvalidDataException($"This is no booster in XGBoost's JSON format: {e.Message}", e);
        }
    }

    /// <summary>
    /// The same booster, with thresholds for bytes in place of byte × scale + offset. XGBoost puts thresholds on values of the
    /// training images, which another program's floats miss by their last bit. Whole bytes are exact.
    /// </summary>
    public BoosterJson OverBytes(double scale, double offset)
    {
        if ((scale, offset) == (1, 0))
            return this;
        BoosterNode Convert(BoosterNode node) => node.IsLeaf ? node : node with { Value = ToByte(node.Value, scale, offset) };
        return this with { Trees = [.. Trees.Select(tree => tree with { Nodes = [.. tree.Nodes.Select(Convert)] })] };
    }

    /// <summary>The threshold in bytes, rounded if it is a whole number but for the precision of floats.</summary>
    private static float ToByte(float threshold, double scale, double offset)
    {
        var value = (threshold - offset) / scale;
        return (float)(Math.Abs(value - Math.Round(value)) < 0.001 ? Math.Round(value) : value);
    }

    private static BoosterJson Read(Learner learner)
    {
        var (parameters, booster) = (learner.LearnerModelParam, learner.GradientBooster);
        Require(booster.Name == "gbtree", $"its booster is {booster.Name}, and only gbtree can be read");
        Require(
            learner.Objective.Name == "multi:softprob",
            $"its objective is {learner.Objective.Name}, and multi:softprob is needed");
        Require(
            parameters.NumClass == $"{BoostedTrees.Classes}",
            $"it has {parameters.NumClass} classes, and a digit is one of {BoostedTrees.Classes}");
        var model = booster.Model ?? throw new JsonException("It has no model.");
        Require(model.Trees.Count > 0, "it has no trees");
        Require(
            model.Trees.Count == model.TreeInfo.Count,
            $"it has {model.Trees.Count} trees, but {model.TreeInfo.Count} classes of trees");
        var features = int.Parse(parameters.NumFeature, CultureInfo.InvariantCulture);
        var trees = model.Trees.Zip(model.TreeInfo, (tree, digit) => tree.ToTree(digit, features)).ToList();
        return new BoosterJson(features, ReadBaseScores(parameters.BaseScore), trees);
    }

    /// <summary>The base score is one number for all classes or, since version 3, a list with one for each.</summary>
    private static float[] ReadBaseScores(string text)
    {
        var scores = text.Trim('[', ']').Split(',').Select(score => float.Parse(score, CultureInfo.InvariantCulture)).ToArray();
        Require(scores.Length is 1 or BoostedTrees.Classes, $"it has {scores.Length} base scores");
        return scores.Length == 1 ? [.. Enumerable.Repeat(scores[0], BoostedTrees.Classes)] : scores;
    }

    private static void Require(bool condition, string failure)
    {
        if (!condition)
            throw new InvalidDataException($"The booster cannot be used: {failure}.");
    }
}
