using GameNight.Models;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>When an algorithm's versions went into service, along the top of a plot over time.</summary>
/// <param name="Algorithm">Its id.</param>
/// <param name="Flags">From left to right.</param>
public sealed record ServiceLane(string Algorithm, IReadOnlyList<ServiceLane.Flag> Flags)
{
    /// <summary>Per cent of the plot that the words on a flag may take on a phone: changes that are nearer share one.</summary>
    private const double Gap = 24;

    public sealed record Change(double X, Activation Activation);

    /// <summary>One change, or several near each other.</summary>
    public sealed record Flag(IReadOnlyList<Change> Changes)
    {
        public double X => Changes[0].X;

        /// <summary><c>v2</c>, <c>v2, v3</c> or <c>v2 … v5</c>.</summary>
        public string Label => Changes.Count switch
        {
            1 => $"v{Changes[0].Activation.To}",
            2 => $"v{Changes[0].Activation.To}, v{Changes[1].Activation.To}",
            _ => $"v{Changes[0].Activation.To} … v{Changes[^1].Activation.To}",
        };
    }

    /// <summary>A lane for each algorithm that changed, in their order.</summary>
    /// <param name="algorithms">Those that the plot shows.</param>
    /// <param name="activations">What went into service while it lasts, oldest first.</param>
    /// <param name="place">The place of a time: per cent of the plot from its left edge.</param>
    public static IReadOnlyList<ServiceLane> Of(IEnumerable<string> algorithms, IEnumerable<Activation> activations, Func<DateTimeOffset, double> place) =>
    [
        .. algorithms.Distinct().GroupJoin(activations, id => id, activation => activation.Algorithm, (id, own) =>
            new ServiceLane(id, Gather(own.Select(activation => new Change(place(activation.At), activation))))).Where(lane => lane.Flags.Count > 0),
    ];

    private static List<Flag> Gather(IEnumerable<Change> changes)
    {
        var flags = new List<List<Change>>();
        foreach (var change in changes)
        {
            if (flags is [.., { } last] && change.X - last[0].X < Gap)
                last.Add(change);
            else
                flags.Add([change]);
        }

        return [.. flags.Select(flag => new Flag(flag))];
    }
}
