using GameNight.Training.Onnx;

namespace GameNight.Training.Features;

public static partial class StrokeFeatures
{
    /// <summary>Adds nodes to a model that compute the features.</summary>
    /// <param name="graph">The model.</param>
    /// <param name="image">The name of the images: [n, 1, 28, 28], bytes as floats.</param>
    /// <returns>The name of the features: [n, 324].</returns>
    internal static string AddTo(OnnxGraph graph, string image)
    {
        var edges = graph.Constant<float>("edges", [Directions, 1, 3, 3], Edges);
        var changes = graph.Node("Conv", [image, edges], "changes", ("pads", new long[] { 1, 1, 1, 1 }));
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
        // Weighted sums along the rows and then along the columns, as products: ONNX Runtime needs more time for a convolution.
        var across = graph.Constant<float>("across", [Side, Regions], Weights(pixelsFirst: true));
        var down = graph.Constant<float>("down", [Regions, Side], Weights(pixelsFirst: false));
        var bands = graph.Node("MatMul", [maps, across], "bands");
        var regions = graph.Node("MatMul", [down, bands], "regions");
        return graph.Node("Flatten", [regions], "features");
    }

    /// <summary>The weight of each pixel of a row or column in each region.</summary>
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
