using GameNight.Drawing.Strokes;
using GameNight.Statistics;

namespace GameNight.Simulation;

/// <summary>A player of a crowd.</summary>
/// <param name="Number">The number of the player, from 1.</param>
/// <param name="Hand">How hard the player's drawings are to recognise, in log-odds.</param>
/// <param name="Attendance">The share of the days on which the player plays, 0 to 1.</param>
/// <param name="Input">What the player usually draws with.</param>
internal sealed record CrowdPlayer(int Number, double Hand, double Attendance, InputKind Input)
{
    /// <summary>The name in observations.</summary>
    public string Name { get; } = $"simulated-{Number}";

    /// <summary>Random players with the numbers from 1.</summary>
    public static CrowdPlayer[] Draw(int count, Random random) => [.. Enumerable.Range(1, count).Select(number => DrawOne(number, random))];

    private static CrowdPlayer DrawOne(int number, Random random)
    {
        var hand = 0.6 * random.Normal();
        var attendance = 0.05 + 0.35 * Math.Pow(random.NextDouble(), 3);
        return new CrowdPlayer(number, hand, attendance, random.NextDouble() switch
        {
            < 0.6 => InputKind.Touch,
            < 0.85 => InputKind.Mouse,
            < 0.97 => InputKind.Pen,
            _ => InputKind.Keyboard,
        });
    }
}
