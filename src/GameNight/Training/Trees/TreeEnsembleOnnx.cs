using GameNight.Drawing.Images;
using GameNight.Training.Features;
using GameNight.Training.Onnx;

namespace GameNight.Training.Trees;

/// <summary>
/// Converts a booster to an ONNX model: a <c>TreeEnsembleRegressor</c> of all trees computes ten sums, and softmax their
/// probabilities. Thresholds and leaves are the booster's own floats, added in the booster's order.
/// </summary>
/// <remarks>https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html</remarks>
public static class TreeEnsembleOnnx
{
    public const string Input = "image";
    public const string Output = "probabilities";

    /// <summary>The number of features on which a booster was trained.</summary>
    /// <param name="boosterJson">The booster in XGBoost's JSON format.</param>
    /// <exception cref="InvalidDataException">
    /// It is not a booster that predicts the probabilities of ten classes by plain trees.
    /// </exception>
    public static int CountFeatures(ReadOnlySpan<byte> boosterJson) => BoosterJson.Read(boosterJson).Features;

    /// <summary>The model of a booster that was trained, here or elsewhere, on the 784 pixels.</summary>
    /// <param name="boosterJson">The booster in XGBoost's JSON format.</param>
    /// <param name="scale">The booster was trained on byte × scale + offset. Above 0.</param>
    /// <param name="offset">See <paramref name="scale"/>.</param>
    /// <returns>A model whose input is bytes, 0 to 255, as floats [n, 1, 28, 28].</returns>
    /// <exception cref="InvalidDataException">
    /// It is not a booster that predicts the probabilities of ten classes by plain trees over 784 features, or the scale is not
    /// above 0.
    /// </exception>
    public static byte[] OverPixels(ReadOnlySpan<byte> boosterJson, double scale = 1, double offset = 0)
    {
        if (!(scale > 0))
        {
            throw new InvalidDataException(
                $"The booster cannot be used: its pixels' scale is {scale}, and more ink must be a larger number.");
        }

        var booster = BoosterJson.Read(boosterJson).OverBytes(scale, offset);
        return Convert(booster, DigitImage.Length, (graph, image) => graph.Node("Flatten", [image], "features"), temperature: 1);
    }

    /// <summary>The model of a booster that was trained on <see cref="StrokeFeatures"/>, which its first nodes compute.</summary>
    /// <param name="boosterJson">The booster in XGBoost's JSON format.</param>
    /// <param name="temperature">The temperature, by which the sums of the leaves are divided before softmax.</param>
    /// <returns>A model whose input is bytes, 0 to 255, as floats [n, 1, 28, 28].</returns>
    /// <exception cref="InvalidDataException">
    /// It is not a booster that predicts the probabilities of ten classes by plain trees over these features.
    /// </exception>
    public static byte[] OverStrokeFeatures(ReadOnlySpan<byte> boosterJson, float temperature = 1) =>
        Convert(BoosterJson.Read(boosterJson), StrokeFeatures.Count, StrokeFeatures.AddTo, temperature);

    /// <summary>Converts a booster.</summary>
    /// <param name="booster">The booster.</param>
    /// <param name="features">The number of features that <paramref name="addFeatures"/> computes.</param>
    /// <param name="addFeatures">
    /// Adds the nodes that compute the features, [n, features], from the image, and returns the name of their output.
    /// </param>
    /// <param name="temperature">The temperature.</param>
    private static byte[] Convert(BoosterJson booster, int features, Func<OnnxGraph, string, string> addFeatures, float temperature)
    {
        if (booster.Features != features)
        {
            throw new InvalidDataException(
                $"The booster cannot be used: it was trained on {booster.Features} features, and there are {features}.");
        }

        var graph = new OnnxGraph("boosted trees");
        var sums = AddTrees(graph, booster, addFeatures(graph, Input));
        // Softmax ignores what all sums have in common, which usually is all of the base score. Other base scores are a node of their
        // own and not the ensemble's base_values, which ONNX Runtime omits for a class without trees.
        if (booster.BaseScores.Distinct().Count() > 1)
            sums = graph.Node("Add", [sums, graph.Constant<float>("base", [BoostedTrees.Classes], booster.BaseScores)], "totals");
        if (temperature != 1)
            sums = graph.Node("Div", [sums, graph.Constant<float>("temperature", [], [temperature])], "scaled");
        graph.Node("Softmax", [sums], Output, ("axis", 1L));
        return graph.ToModel(Input, [-1, 1, DigitImage.Side, DigitImage.Side], (Output, [-1, BoostedTrees.Classes]));
    }

    private static string AddTrees(OnnxGraph graph, BoosterJson booster, string features)
    {
        var nodes = booster.Trees.SelectMany((tree, t) =>
            tree.Nodes.Select((node, n) => (Tree: (long)t, Index: (long)n, tree.Digit, Node: node))).ToList();
        var leaves = nodes.Where(node => node.Node.IsLeaf).ToList();
        return graph.Node($"{OnnxGraph.Ml}:TreeEnsembleRegressor", [features], "sums",
            ("n_targets", (long)BoostedTrees.Classes),
            ("nodes_treeids", nodes.Select(node => node.Tree)),
            ("nodes_nodeids", nodes.Select(node => node.Index)),
            ("nodes_modes", nodes.Select(node => node.Node.IsLeaf ? "LEAF" : "BRANCH_LT")),
            ("nodes_featureids", nodes.Select(node => (long)Math.Max(node.Node.Feature, 0))),
            ("nodes_values", nodes.Select(node => node.Node.IsLeaf ? 0 : node.Node.Value)),
            ("nodes_truenodeids", nodes.Select(node => (long)Math.Max(node.Node.Left, 0))),
            ("nodes_falsenodeids", nodes.Select(node => (long)Math.Max(node.Node.Right, 0))),
            ("nodes_missing_value_tracks_true", nodes.Select(node => node.Node.DefaultLeft ? 1L : 0)),
            ("target_treeids", leaves.Select(leaf => leaf.Tree)),
            ("target_nodeids", leaves.Select(leaf => leaf.Index)),
            ("target_ids", leaves.Select(leaf => (long)leaf.Digit)),
            ("target_weights", leaves.Select(leaf => leaf.Node.Value)));
    }
}
