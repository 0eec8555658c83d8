namespace GameNight.Models.Onnx;

/// <summary>Compares the inputs and outputs that a file declares with what the manifest promises.</summary>
internal static class OnnxPorts
{
    private const int Input = 11;
    private const int Output = 12;
    private const int ValueInfo = 13;
    private const int ValueName = 1;
    private const int ValueType = 2;
    private const int TypeTensor = 1;
    private const int TensorElement = 1;
    private const int TensorShape = 2;
    private const int ShapeDimension = 1;
    private const int DimensionLength = 1;
    private const int Float = 1;

    /// <summary>A port of the file.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsFloat">Whether it is a tensor of floats.</param>
    /// <param name="Shape">The length of each dimension, null for one that varies; null where the file states no shape.</param>
    private sealed record Port(string Name, bool IsFloat, IReadOnlyList<long?>? Shape);

    /// <exception cref="InvalidModelException">They do not fit, or state an absurd shape.</exception>
    public static void Check(ModelManifest manifest, ProtoFile model, IReadOnlyList<Range> graphs)
    {
        List<Port> Read(int field) =>
            [.. graphs.SelectMany(graph => model.Find(graph, field)).Select(port => ReadPort(model, port))];
        var (inputs, outputs) = (Read(Input), Read(Output));
        foreach (var port in inputs.Concat(outputs).Concat(Read(ValueInfo)))
            OnnxShape.Count((port.Shape ?? []).OfType<long>(), $"Its tensor {port.Name}");
        var input = Find(inputs, "input", manifest.Input.Name);
        Require(input, Expected(manifest.Input), "input", $"the layout {manifest.Input.Layout.ToString().ToLowerInvariant()}");
        Require(Find(outputs, "output", manifest.Output.Name), Expected(manifest.Input.Batch), "output", "ten numbers an image");
    }

    private static long?[] Expected(ModelInput input) => input.Layout switch
    {
        ModelLayout.Nchw => [input.Batch, 1, 28, 28],
        ModelLayout.Nhwc => [input.Batch, 28, 28, 1],
        ModelLayout.Guesses => [input.Batch, null, 10],
        _ => [input.Batch, 784],
    };

    private static long?[] Expected(int? batch) => [batch, 10];

    private static Port Find(List<Port> ports, string kind, string name) =>
        ports.Find(port => port.Name == name) ?? throw new InvalidModelException(
            $"The model has no {kind} '{name}', only {string.Join(", ", ports.Take(20).Select(port => $"'{port.Name}'"))}.");

    private static void Require(Port port, long?[] expected, string kind, string promise)
    {
        if (!port.IsFloat)
            throw new InvalidModelException($"Its {kind} '{port.Name}' is no tensor of floats.");
        if (port.Shape is not { } shape)
            return;
        // Where either side leaves a length open, the other decides.
        var fits = shape.Count == expected.Length
            && shape.Zip(expected).Skip(1).All(length => length.First is null || length.Second is null || length.First == length.Second)
            && (shape[0] is null || shape[0] == (expected[0] ?? 1));
        if (!fits)
        {
            throw new InvalidModelException(
                $"Its {kind} '{port.Name}' has the shape {Text(shape)}; the manifest promises {promise}: {Text(expected)}.");
        }
    }

    private static string Text(IEnumerable<long?> shape) => $"[{string.Join(", ", shape.Select(length => length?.ToString() ?? "n"))}]";

    private static Port ReadPort(ProtoFile model, Range value)
    {
        var name = model.Find(value, ValueName).Select(text => model.Text(text)).LastOrDefault("");
        var tensors = model.Find(value, ValueType).SelectMany(type => model.Find(type, TypeTensor)).ToList();
        var isFloat = tensors.SelectMany(tensor => model.ReadAll(tensor))
            .LastOrDefault(field => field is { Number: TensorElement, Value: not null }).Value == Float;
        var shapes = tensors.SelectMany(tensor => model.Find(tensor, TensorShape)).ToList();
        return new Port(name, isFloat, shapes.Count == 0 ? null : [.. shapes.SelectMany(shape => Dimensions(model, shape))]);
    }

    private static IEnumerable<long?> Dimensions(ProtoFile model, Range shape) =>
        from dimension in model.ReadAll(shape)
        where dimension is { Number: ShapeDimension, Content: not null }
        let fields = model.ReadAll(dimension.Content!.Value)
        let length = (long?)fields.LastOrDefault(field => field is { Number: DimensionLength, Value: not null }).Value
        // Exporters write -1, too, for a length that varies.
        select length >= 0 ? length : null;
}
