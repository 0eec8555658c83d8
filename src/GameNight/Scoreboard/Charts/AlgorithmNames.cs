using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts;

internal static class AlgorithmNames
{
    /// <summary>
    /// What a series is called on the pages: <c>App network</c>, and on shadow <c>App network, version 3 on trial</c>. An algorithm without
    /// a contestant is called by its id.
    /// </summary>
    /// <param name="contestants">Have the names.</param>
    /// <param name="series">An algorithm's id or the name of a series (see <see cref="SeriesName"/>).</param>
    public static string NameOf(this Contestants contestants, string series)
    {
        var (algorithm, version) = SeriesName.Parse(series);
        var name = contestants.Find(algorithm)?.Name ?? algorithm;
        return version is null ? name : $"{name}, version {version} on trial";
    }
}
