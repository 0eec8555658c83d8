namespace GameNight.Models.Onnx;

/// <summary>
/// Operators that make something large out of a few bytes. How large must be written in the file, as a constant, and be moderate: what a
/// model computes while it runs, nobody can tell before. What others make may have any size, but the same for every drawing: so what grows
/// in other ways is found when the model is tried.
/// </summary>
internal static class SizedOperators
{
    /// <summary>How much larger a tensor may become by one operator.</summary>
    private const double MaxGrowth = 1024;

    /// <summary>The most of an attribute for each dimension, such as the stride of a convolution: images have 28 pixels a side.</summary>
    private const long MaxLength = 128;

    private static readonly string[] Lengths =
        ["dilations", "kernel_shape", "output_padding", "output_shape", "pads", "strides", "sizes", "shape"];

    /// <summary>Operators whose further inputs say how large their output is, or which way it lies; so do all Reduce….</summary>
    private static readonly string[] Arranging = ["Pad", "Reshape", "Resize", "Slice", "Split", "Squeeze", "TopK", "Unsqueeze"];

    /// <exception cref="InvalidModelException">It makes something too large, or of a size that the file does not say.</exception>
    /// <param name="node">Any node.</param>
    /// <param name="values">What the nodes before it make is known.</param>
    public static void Check(NodeInfo node, OnnxValues values)
    {
        var wide = node.Attributes.FirstOrDefault(
            attribute => Lengths.Contains(attribute.Name) && attribute.Integers?.Any(IsWide) != false);
        if (wide is not null)
            throw new InvalidModelException($"Its operator {node.Operation} has {wide.Name} of more than {MaxLength}.");
        if (Arranges(node.Operation) && !node.Inputs.Skip(1).All(values.IsFixed))
            throw new InvalidModelException($"Its operator {node.Operation} makes something whose size depends on the drawing.");
        switch (node.Operation)
        {
            case "ConstantOfShape":
                Require(node, Product(Read(node, 0, values)), TensorInfo.MaxElements);
                break;
            case "Expand" or "AffineGrid":
                Require(node, Product(Read(node, 1, values)), TensorInfo.MaxElements);
                break;
            case "Tile" or "OneHot":
                Require(node, Product(Read(node, 1, values)), MaxGrowth);
                break;
            case "Range":
                var (start, limit, delta) = (Single(node, 0, values), Single(node, 1, values), Single(node, 2, values));
                Require(node, Math.Abs((limit - start) / delta), TensorInfo.MaxElements);
                break;
            case "Resize" when node.Inputs.ElementAtOrDefault(3) is { Length: > 0 }:
                Require(node, Product(Read(node, 3, values)), TensorInfo.MaxElements);
                break;
            case "Resize":
                Require(node, Product(Read(node, 2, values)), MaxGrowth);
                break;
            case "Upsample":
                Require(node, Product(Read(node, 1, values)), MaxGrowth);
                break;
            case "Pad" when node.Inputs.Count > 1:
                Require(node, Read(node, 1, values).Append(0).Max(), MaxLength);
                break;
        }
    }

    private static bool Arranges(string operation) =>
        Arranging.Contains(operation) || operation.StartsWith("Reduce", StringComparison.Ordinal);

    private static bool IsWide(long value) => value is < -MaxLength or > MaxLength;

    private static double Single(NodeInfo node, int input, OnnxValues values) =>
        Read(node, input, values).FirstOrDefault(double.NaN);

    private static IReadOnlyList<double> Read(NodeInfo node, int input, OnnxValues values) =>
        (node.Inputs.ElementAtOrDefault(input) is { Length: > 0 } name ? values.Numbers(name) : null)
        ?? throw new InvalidModelException(
            $"Its operator {node.Operation} makes something whose size the file does not say: that must be a constant.");

    private static double Product(IReadOnlyList<double> lengths) =>
        lengths.Aggregate(1.0, (product, length) => product * Math.Max(1, Math.Abs(length)));

    private static void Require(NodeInfo node, double size, double most)
    {
        // Written so that what is no number is refused.
        if (!(size <= most))
        {
            throw new InvalidModelException(
                $"Its operator {node.Operation} makes something too large: {size:N0}, where {most:N0} is the most.");
        }
    }
}
