using GameNight.Components;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts;

/// <summary>Chooses the look of a series in a chart.</summary>
internal static class SeriesLook
{
    /// <param name="series">The name of the series: <c>app-network</c>, or <c>app-network@3</c> for a version on shadow.</param>
    public static ContestantLook Of(string series) => SeriesName.Parse(series) switch
    {
        (var algorithm, { } version) => ContestantLook.OfShadow(algorithm, version),
        var (algorithm, _) => ContestantLook.Of(algorithm),
    };
}
