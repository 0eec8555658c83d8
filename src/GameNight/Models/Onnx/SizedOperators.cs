namespace GameNight.Models.Onnx;

/// <summary>
/// Operators that make something large out of a few bytes. How large must be written in the file, as a constant, and be moderate: what a
/// model computes while it runs, nobody can tell before. What grows in other ways is found when the model is tried.
/// </summary>
internal static class SizedOperators
{
    /// <summary>How much larger a tensor may become by one operator.</summary>
    private const double MaxGrowth = 1024;

    /// <summary>The most of an attribute for each dimension, such as the stride of a convolution: images have 28 pixels a side.</summary>
    private const long MaxLength = 128;

    private static readonly string[] Lengths =
        ["dilations", "kernel_shape", "output_padding", "output_shape", "pads", "strides", "sizes", "shape"];

    /// <exception cref="InvalidModelException">It makes something too large, or of a size that the file does not say.</exception>
    /// <param name="node">Any node.</param>
    /// <param name="constants">The small constants of the file by name; null for the others.</param>
    public static void Check(NodeInfo node, IReadOnlyDictionary<string, IReadOnlyList<double>?> constants)
    {
        var wide = node.Attributes.FirstOrDefault(attribute => Lengths.Contains(attribute.Name) && attribute.Integers.Any(IsWide));
        if (wide is not null)
            throw new InvalidModelException($"Its operator {node.Operation} has {wide.Name} of more than {MaxLength}.");
        switch (node.Operation)
        {
            case "ConstantOfShape":
                Require(node, Product(Read(node, 0, constants)), TensorInfo.MaxElements);
                break;
            case "Expand" or "AffineGrid":
                Require(node, Product(Read(node, 1, constants)), TensorInfo.MaxElements);
                break;
            case "Tile" or "OneHot":
                Require(node, Product(Read(node, 1, constants)), MaxGrowth);
                break;
            case "Range":
                var (start, limit, delta) = (Single(node, 0, constants), Single(node, 1, constants), Single(node, 2, constants));
                Require(node, Math.Abs((limit - start) / delta), TensorInfo.MaxElements);
                break;
            case "Resize":
                Require(node, Product(Read(node, node.Inputs.Count > 3 ? 3 : 2, constants)), TensorInfo.MaxElements);
                break;
            case "Upsample":
                Require(node, Product(Read(node, 1, constants)), MaxGrowth);
                break;
            case "Pad" when node.Inputs.Count > 1:
                Require(node, Read(node, 1, constants).Append(0).Max(), MaxLength);
                break;
        }
    }

    private static bool IsWide(long value) => value is < -MaxLength or > MaxLength;

    private static double Single(NodeInfo node, int input, IReadOnlyDictionary<string, IReadOnlyList<double>?> constants) =>
        Read(node, input, constants).FirstOrDefault(double.NaN);

    private static IReadOnlyList<double> Read(NodeInfo node, int input, IReadOnlyDictionary<string, IReadOnlyList<double>?> constants) =>
        (node.Inputs.ElementAtOrDefault(input) is { Length: > 0 } name ? constants.GetValueOrDefault(name) : null)
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
