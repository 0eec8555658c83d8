using GameNight.Statistics;

namespace GameNight.Scoreboard.Results;

/// <summary>Whether a version reads lately what it read before.</summary>
/// <param name="Algorithm">Its algorithm's id.</param>
/// <param name="Version">The version.</param>
/// <param name="Lately">On the last <see cref="Window"/> marked drawings that it guessed.</param>
/// <param name="Before">On all earlier ones.</param>
public sealed record Drift(string Algorithm, string Version, Proportion Lately, Proportion Before)
{
    /// <summary>How many drawings are lately: enough to tell ten points, few enough for one evening.</summary>
    public const int Window = 100;

    /// <summary>Lately less before; null while there is no before.</summary>
    public ProportionDifference? Difference => ProportionDifference.Of(Lately, Before);

    /// <summary>
    /// It had fewer right lately, and that is hardly chance: the whole 99.95 % interval of the difference lies below 0. So strict
    /// because it is looked at again with every mark, and because the drawings of one evening are those of a few people.
    /// </summary>
    public bool IsWorse => ProportionDifference.Of(Lately, Before, z: 3.4808) is { High: < 0 };
}
