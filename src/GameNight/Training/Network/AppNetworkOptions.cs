namespace GameNight.Training.Network;

/// <summary>How <c>app-network</c> learns. What is not set was chosen on recorded ink of other people than it was then measured on.</summary>
public sealed record AppNetworkOptions
{
    /// <summary>How many varied copies of each lesson are learned beside it; together they count as one drawing.</summary>
    public int Copies { get; init; } = 4;

    /// <summary>How much of a mark is believed, 0 to 1; the rest is what the shipped layer says of the drawing. Right marks teach no less by that, and wrong ones do less harm.</summary>
    public double Trust { get; init; } = 0.8;

    /// <summary>How strongly the layer is drawn to the one that ships.</summary>
    public double Shrinkage { get; init; } = 1;

    /// <summary>How many embeddings of each digit are drawn from what it knew.</summary>
    public int Draws { get; init; } = 500;

    /// <summary>As how many drawings all those draws count.</summary>
    public double Knowledge { get; init; } = 3_000;

    /// <summary>How many processors to use: half of them, because the game plays on meanwhile.</summary>
    public int Threads { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);
}
