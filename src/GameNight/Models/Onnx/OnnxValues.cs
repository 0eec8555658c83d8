namespace GameNight.Models.Onnx;

/// <summary>What a graph computes with, by name: constants, and what nodes make of them and of the drawing.</summary>
internal sealed class OnnxValues
{
    /// <summary>Operators that answer how large something is, which no drawing changes.</summary>
    private static readonly string[] Measuring = ["Shape", "Size"];

    private readonly Dictionary<string, IReadOnlyList<double>?> _numbers = [];
    private readonly HashSet<string> _fixed = [];
    private readonly HashSet<string> _twice = [];
    private readonly List<NodeInfo> _nodes = [];

    /// <param name="input">The name of the input that is fed, which is no constant even where there is one of its name.</param>
    public OnnxValues(string input) => Add(input, numbers: null, isFixed: false);

    /// <summary>The nodes, in the order of the file.</summary>
    public IReadOnlyList<NodeInfo> Nodes => _nodes;

    public void Add(TensorInfo constant) => Add(constant.Name, constant.Numbers(), isFixed: true);

    public void Add(NodeInfo node)
    {
        _nodes.Add(node);
        foreach (var output in node.Outputs)
            Add(output, node.Numbers(), isFixed: false);
    }

    /// <summary>The numbers of a small constant; null for anything else, and for a name that two things have.</summary>
    public IReadOnlyList<double>? Numbers(string name) => _numbers.GetValueOrDefault(name);

    /// <summary>
    /// Whether a value is the same for every drawing: it is a constant, a size, or
    /// made of such by nodes that <see cref="Follow"/> has seen.
    /// </summary>
    public bool IsFixed(string name) => name.Length == 0 || _fixed.Contains(name);

    /// <summary>Takes a node's outputs for fixed where its inputs are. Called for the nodes in their order.</summary>
    public void Follow(NodeInfo node)
    {
        if (Measuring.Contains(node.Operation) || node.Inputs.All(IsFixed))
            _fixed.UnionWith(node.Outputs.Except(_twice));
    }

    private void Add(string name, IReadOnlyList<double>? numbers, bool isFixed)
    {
        if (_numbers.TryAdd(name, numbers))
        {
            if (isFixed)
                _fixed.Add(name);
            return;
        }

        _numbers[name] = null;
        _fixed.Remove(name);
        _twice.Add(name);
    }
}
