using GameNight.Training.Onnx;

namespace GameNight.Training.Features;

public static partial class StrokeFeatures
{
    /// <summary>The same steps as nodes of a model.</summary>
    /// <param name="graph">Gets the nodes.</param>
    /// <param name="image">The name of [n, 1, 28, 28], bytes as floats.</param>
    /// <returns>The name of [n, 324].</returns>
    internal static string AddTo(OnnxGraph graph, string image)
    {
        var changes = graph.Node("Conv", [image, graph.Constant<float>("edges", [Directions, 1, 3, 3], Edges)], "changes", ("pads", new long[] { 1, 1, 1, 1 }));
        var directions = graph.Node("Abs", [changes], "directions");

        var (rows, columns) = (graph.Constant<long>("rows", [], [2]), graph.Constant<long>("columns", [], [3]));
        string[] sides =
        [
            graph.Node("CumSum", [image, columns], "left"),
            graph.Node("CumSum", [image, columns], "right", ("reverse", 1L)),
            graph.Node("CumSum", [image, rows], "above"),
            graph.Node("CumSum", [image, rows], "below", ("reverse", 1L)),
        ];
        var paper = graph.Node("Sub", [graph.Constant<float>("white", [], [byte.MaxValue]), image], "paper");
        var enclosed = graph.Node("Min", [.. sides, paper], "enclosed");
        var threeSides = sides.Select(open => graph.Node("Min", [.. sides.Where(side => side != open), paper], $"all_but_{open}"));
        var open = graph.Node("Sub", [graph.Node("Concat", [.. threeSides], "three_sides", ("axis", 1L)), enclosed], "open");

        var maps = graph.Node("Concat", [directions, enclosed, open], "maps", ("axis", 1L));
        // First along each row, then along each column, as products: ONNX Runtime is slower at a convolution of so few regions.
        var bands = graph.Node("MatMul", [maps, graph.Constant<float>("across", [Side, Regions], Weights(pixelsFirst: true))], "bands");
        var regions = graph.Node("MatMul", [graph.Constant<float>("down", [Regions, Side], Weights(pixelsFirst: false)), bands], "regions");
        return graph.Node("Flatten", [regions], "features");
    }

    /// <summary>How much each pixel of a row or column counts in each region.</summary>
    private static float[] Weights(bool pixelsFirst)
    {
        var weights = new float[Side * Regions];
        for (var region = 0; region < Regions; region++)
        {
            for (var i = 0; i < RegionSide; i++)
            {
                var pixel = region * RegionStep + i;
                weights[pixelsFirst ? pixel * Regions + region : region * Side + pixel] = RegionWeights[i];
            }
        }

        return weights;
    }
}
