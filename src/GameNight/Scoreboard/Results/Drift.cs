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
    /// The test counts for so many, because it is repeated with every label, and because the drawings of one evening are those of a few
    /// people: "clearly" takes the whole 99.95 % interval of the difference, "probably" the 99.5 % one.
    /// </summary>
    private const int Tests = 20;

    /// <summary>How sure it is that it became better or worse.</summary>
    public Certainty Certainty => CertaintyScale.Of(Recent, Earlier, Tests);

    /// <summary>Whether it clearly became worse.</summary>
    public bool IsWorse => Certainty == Certainty.Clearly && Difference is { Mean: < 0 };
}
