using GameNight.Recognition;

namespace GameNight.Scoreboard;

internal static class AlgorithmNames
{
    /// <summary>As it is called at the table; by its id if it has left.</summary>
    public static string NameOf(this Contestants contestants, string algorithm) => contestants.Find(algorithm)?.Name ?? algorithm;
}
