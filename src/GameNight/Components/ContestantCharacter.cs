namespace GameNight.Components;

/// <summary>
/// What people call a contestant, and what it says of itself. Those that ship have this by their ids, whatever the manifests of their
/// versions say; a guest has it from its manifest.
/// </summary>
/// <param name="Name">The name that leads on every page, such as <c>Stencil</c>.</param>
/// <param name="TechnicalName">The name in the manifest, such as <c>MNIST CNN</c>; null where it is the same.</param>
/// <param name="Line">A sentence or two on how it thinks; empty where nobody wrote one.</param>
public sealed record ContestantCharacter(string Name, string? TechnicalName, string Line)
{
    private static readonly Dictionary<string, string> Names = new()
    {
        ["mnist-cnn"] = "Stencil",
        ["mnist-mlp"] = "Dot",
        ["k-means"] = "Buckets",
        ["app-xgboost"] = "Twigs",
        ["app-network"] = "Sponge",
    };

    /// <summary>Without the rookie's, which says what it has learned so far.</summary>
    private static readonly Dictionary<string, string> Lines = new()
    {
        ["mnist-cnn"] = "I slide little stencils over your drawing and look for lines and bends.",
        ["mnist-mlp"] = "I take in every dot of your drawing at once.",
        ["k-means"] = "I’ve sorted thousands of digits into buckets. Which one does yours belong in?",
        ["app-xgboost"] = "I ask thousands of tiny questions about your strokes.",
        ["app-network"] = "I learn from everyone in this room.",
        ["personal"] = "I learn your handwriting, and nobody else’s.",
        ["committee"] = "I listen to all the others, then take the average.",
    };

    /// <summary>Both names in one line: <c>Stencil, MNIST CNN</c>.</summary>
    public string BothNames => TechnicalName is null ? Name : $"{Name}, {TechnicalName}";

    /// <param name="algorithm">The algorithm's id.</param>
    /// <param name="name">The name in its manifest, or the id where that has none.</param>
    /// <param name="description">The description in its manifest.</param>
    public static ContestantCharacter Of(string algorithm, string name, string description = "")
    {
        var own = Names.GetValueOrDefault(algorithm, name);
        return new(own, own == name ? null : name, Lines.GetValueOrDefault(algorithm, description));
    }
}
