using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>One of a crowd.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Hand">How hard their hand is to read, in log-odds.</param>
/// <param name="Attendance">On which share of the days they come.</param>
/// <param name="Input">What they draw with.</param>
internal sealed record CrowdPlayer(int Number, double Hand, double Attendance, InputKind Input)
{
    /// <summary>As the store has it.</summary>
    public string Name { get; } = $"simulated-{Number}";

    public static CrowdPlayer[] Draw(int count, Random random) => [.. Enumerable.Range(1, count).Select(number =>
        new CrowdPlayer(number, 0.6 * random.Normal(), 0.05 + 0.35 * Math.Pow(random.NextDouble(), 3), random.NextDouble() switch
        {
            < 0.6 => InputKind.Touch,
            < 0.85 => InputKind.Mouse,
            < 0.97 => InputKind.Pen,
            _ => InputKind.Keyboard,
        }))];
}
