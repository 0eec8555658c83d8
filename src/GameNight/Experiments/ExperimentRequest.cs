using System.ComponentModel;

namespace GameNight.Experiments;

/// <summary>The mode that shall be.</summary>
public sealed record ExperimentRequest
{
    [Description("`lot`: for each drawing one is drawn, all with the same chance. "
        + "`arms`: each player keeps one algorithm for the night. "
        + "`sampling`: for each drawing one is drawn by lot, the better ones more often.")]
    public string? Mode { get; init; }
}
