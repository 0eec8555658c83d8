using GameNight.Drawing.Images;
using GameNight.Training.Features;
using GameNight.Training.Onnx;

namespace GameNight.Training.Trees;

/// <summary>
/// A booster as an ONNX model: the trees become one <c>TreeEnsembleRegressor</c> whose ten sums softmax turns into
/// probabilities. Thresholds and leaves are the booster's own floats, added up in the booster's order.
/// </summary>
/// <remarks>https://onnx.ai/onnx/operators/onnx_aionnxml_TreeEnsembleRegressor.html</remarks>
public static class TreeEnsembleOnnx
{
    public const string Input = "image";
    public const string Output = "probabilities";

    /// <summary>How many features a booster in XGBoost's JSON format was trained on.</summary>
    /// <exception cref="InvalidDataException">It is no booster that gives the probabilities of ten classes by plain trees.</exception>
    public static int CountFeatures(ReadOnlySpan<byte> boosterJson) => BoosterJson.Read(boosterJson).Features;

    /// <summary>The model of a booster that was trained on the 784 pixels, wherever that was.</summary>
    /// <param name="boosterJson">The booster in XGBoost's JSON format.</param>
    /// <param name="scale">What it was trained on is byte × scale + offset; above 0.</param>
    /// <param name="offset">See the scale.</param>
    /// <returns>A model that takes bytes, 0 to 255, as floats [n, 1, 28, 28].</returns>
    /// <exception cref="InvalidDataException">It is no booster that gives the probabilities of ten classes by plain trees over 784 features.</exception>
    public static byte[] OverPixels(ReadOnlySpan<byte> boosterJson, double scale = 1, double offset = 0)
    {
        if (!(scale > 0))
            throw new InvalidDataException($"The booster cannot be used: its pixels' scale is {scale}, and more ink must be a larger number.");
        return Write(BoosterJson.Read(boosterJson).OverBytes(scale, offset), DigitImage.Length, (graph, image) => graph.Node("Flatten", [image], "features"), temperature: 1);
    }

    /// <summary>The model of a booster that was trained on <see cref="StrokeFeatures"/>, which become its first nodes.</summary>
    /// <param name="boosterJson">The booster in XGBoost's JSON format.</param>
    /// <param name="temperature">What the sums of the leaves are divided by before softmax, so that the probabilities are as sure as they are right.</param>
    /// <returns>A model that takes bytes, 0 to 255, as floats [n, 1, 28, 28].</returns>
    /// <exception cref="InvalidDataException">It is no booster that gives the probabilities of ten classes by plain trees over these features.</exception>
    public static byte[] OverStrokeFeatures(ReadOnlySpan<byte> boosterJson, float temperature = 1) =>
        Write(BoosterJson.Read(boosterJson), StrokeFeatures.Count, StrokeFeatures.AddTo, temperature);

    /// <param name="booster">The trees.</param>
    /// <param name="features">How many the front end gives.</param>
    /// <param name="frontEnd">Adds nodes that make [n, features] of the image, and returns that value's name.</param>
    /// <param name="temperature">What the sums are divided by before softmax.</param>
    private static byte[] Write(BoosterJson booster, int features, Func<OnnxGraph, string, string> frontEnd, float temperature)
    {
        if (booster.Features != features)
            throw new InvalidDataException($"The booster cannot be used: it was trained on {booster.Features} features, and there are {features}.");
        var graph = new OnnxGraph("boosted trees");
        var sums = AddTrees(graph, booster, frontEnd(graph, Input));
        // Softmax does not see what all classes have in common, which is nearly always the whole base score. Beside the trees
        // and not in their base_values, because ONNX Runtime leaves those out for a class without trees.
        if (booster.BaseScores.Distinct().Count() > 1)
            sums = graph.Node("Add", [sums, graph.Constant<float>("base", [BoostedTrees.Classes], booster.BaseScores)], "totals");
        var scaled = temperature == 1 ? sums : graph.Node("Div", [sums, graph.Constant<float>("temperature", [], [temperature])], "scaled");
        graph.Node("Softmax", [scaled], Output, ("axis", 1L));
        return graph.ToModel(Input, [-1, 1, DigitImage.Side, DigitImage.Side], Output, [-1, BoostedTrees.Classes]);
    }

    private static string AddTrees(OnnxGraph graph, BoosterJson booster, string features)
    {
        var nodes = booster.Trees.SelectMany((tree, t) => tree.Nodes.Select((node, n) => (Tree: (long)t, Node: (long)n, tree.Digit, Is: node))).ToList();
        var leaves = nodes.Where(node => node.Is.IsLeaf).ToList();
        return graph.Node($"{OnnxGraph.Ml}:TreeEnsembleRegressor", [features], "sums",
            ("n_targets", (long)BoostedTrees.Classes),
            ("nodes_treeids", nodes.Select(node => node.Tree)),
            ("nodes_nodeids", nodes.Select(node => node.Node)),
            ("nodes_modes", nodes.Select(node => node.Is.IsLeaf ? "LEAF" : "BRANCH_LT")),
            ("nodes_featureids", nodes.Select(node => (long)Math.Max(node.Is.Feature, 0))),
            ("nodes_values", nodes.Select(node => node.Is.IsLeaf ? 0 : node.Is.Value)),
            ("nodes_truenodeids", nodes.Select(node => (long)Math.Max(node.Is.Left, 0))),
            ("nodes_falsenodeids", nodes.Select(node => (long)Math.Max(node.Is.Right, 0))),
            ("nodes_missing_value_tracks_true", nodes.Select(node => node.Is.DefaultLeft ? 1L : 0)),
            ("target_treeids", leaves.Select(leaf => leaf.Tree)),
            ("target_nodeids", leaves.Select(leaf => leaf.Node)),
            ("target_ids", leaves.Select(leaf => (long)leaf.Digit)),
            ("target_weights", leaves.Select(leaf => leaf.Is.Value)));
    }
}
