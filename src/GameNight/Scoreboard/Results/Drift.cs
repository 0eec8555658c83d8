using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>Compares a version's accuracy on its latest labelled drawings with that on all earlier ones.</summary>
/// <param name="Algorithm">The algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Recent">On the last <see cref="Window"/> labelled drawings that it guessed.</param>
/// <param name="Earlier">On all before them.</param>
public sealed record Drift(string Algorithm, string Version, Proportion Recent, Proportion Earlier)
{
    /// <summary>How many drawings count as recent: enough to see a loss of ten points, few enough for one evening.</summary>
    public const int Window = 100;

    /// <summary>Recent minus earlier accuracy; null while there are no earlier drawings.</summary>
    public ProportionDifference? Difference => ProportionDifference.Of(Recent, Earlier);

    /// <summary>
    /// Whether it became worse, and hardly by chance: the whole 99.95 % interval of the difference lies below 0. The level is strict
    /// because the test is repeated with every label, and because the drawings of one evening are those of a few people.
    /// </summary>
    public bool IsWorse => ProportionDifference.Of(Recent, Earlier, z: 3.4808) is { High: < 0 };
}
