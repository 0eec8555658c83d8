using GameNight.Models;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>When versions of an algorithm went into service: a row of flags along the top of a plot over time.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Flags">From left to right.</param>
public sealed record ServiceLane(string Algorithm, IReadOnlyList<ServiceLane.Flag> Flags)
{
    /// <summary>The width of a flag's label on a phone, in per cent of the plot. Changes that are nearer share a flag.</summary>
    private const double MinFlagDistance = 24;

    /// <summary>An activation and its position, in per cent of the plot from its left edge.</summary>
    public sealed record Change(double X, Activation Activation);

    /// <summary>One change, or several near each other; oldest first.</summary>
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

    /// <summary>One lane for each algorithm with a change, in the order of the algorithms.</summary>
    /// <param name="algorithms">The ids of the algorithms in the plot.</param>
    /// <param name="activations">The activations within the plot's time, oldest first.</param>
    /// <param name="place">The position of a time, in per cent of the plot from its left edge.</param>
    public static IReadOnlyList<ServiceLane> Of(
        IEnumerable<string> algorithms, IEnumerable<Activation> activations, Func<DateTimeOffset, double> place)
    {
        var changes = activations.Select(activation => new Change(place(activation.At), activation));
        return
        [
            .. algorithms.Distinct()
                .GroupJoin(changes, id => id, change => change.Activation.Algorithm, (id, own) => new ServiceLane(id, GroupByFlag(own)))
                .Where(lane => lane.Flags.Count > 0),
        ];
    }

    private static List<Flag> GroupByFlag(IEnumerable<Change> changes)
    {
        var flags = new List<List<Change>>();
        foreach (var change in changes)
        {
            if (flags is [.., { } last] && change.X - last[0].X < MinFlagDistance)
                last.Add(change);
            else
                flags.Add([change]);
        }

        return [.. flags.Select(flag => new Flag(flag))];
    }
}
