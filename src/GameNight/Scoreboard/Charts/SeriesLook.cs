using GameNight.Components;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts;

/// <summary>The look of a series in a chart: that of its algorithm, or of a version in shadow.</summary>
internal static class SeriesLook
{
    /// <param name="series">The name of a series: <c>app-network</c>, or <c>app-network@3</c> for a version in shadow.</param>
    public static ContestantLook Of(string series) => SeriesName.Parse(series) switch
    {
        (var algorithm, { } version) => ContestantLook.OfShadow(algorithm, version),
        var (algorithm, _) => ContestantLook.Of(algorithm),
    };
}
