using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Projection;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts;

internal static class AlgorithmNames
{
    /// <summary>As it is called at the table; by its id if it has left: <c>App network</c>, and on trial <c>App network, version 3 on trial</c>.</summary>
    /// <param name="contestants">Who sits there.</param>
    /// <param name="name">An algorithm's id or the name of a <see cref="Series"/>.</param>
    public static string NameOf(this Contestants contestants, string name)
    {
        var (algorithm, version) = SeriesName.Parse(name);
        var called = contestants.Find(algorithm)?.Name ?? algorithm;
        return version is null ? called : $"{called}, version {version} on trial";
    }
}
