using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>The calibration of one series: how often it was right at each confidence.</summary>
public sealed partial class ReliabilityDiagram(Contestants contestants)
{
    private const string Lead = "Can you believe how sure a contestant is? "
        + "On the dashed line, it’s right exactly as often as it says; "
        + "above, it’s too modest; below, too sure. "
        + "Bigger points stand for more drawings. The lines up and down are the 95 % intervals.";

    private string? _chosen;
    private IReadOnlyList<CalibrationStatistics> _ranked = [];

    [Parameter, EditorRequired]
    public Scores Scores { get; set; } = null!;

    private CalibrationStatistics? Shown =>
        _ranked.FirstOrDefault(algorithm => algorithm.Algorithm == _chosen) ?? (_ranked is [var first, ..] ? first : null);

    private string Name => contestants.NameOf(Shown?.Algorithm ?? "");

    private string Caption =>
        $"How sure {Name} was, in {Calibration.Bins} steps, and how often it was right then, with the 95 % interval. {ErrorWords}";

    protected override void OnParametersSet() =>
        _ranked =
        [
            .. from algorithm in Scores.Ranked
               join calibration in Scores.Calibration on algorithm.Algorithm equals calibration.Algorithm
               select calibration,
        ];

    private string ErrorWords => Shown is { } shown
        ? $"Over all its answers, how sure it is and how often it’s right are {Points(shown.ExpectedError)} points apart "
            + $"(expected calibration error, n = {ScoreFormatter.Count(shown.N)}); "
            + $"chance alone would make about {Points(shown.ErrorByChance)}."
        : "";

    private static string Points(double? share) =>
        (100 * share.GetValueOrDefault()).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Words(CalibrationBin bin) =>
        $"When it says {ScoreFormatter.Percent(bin.MeanConfidence!.Value)}, "
        + $"it’s right {ScoreFormatter.Percent(bin.Accuracy!.Value)} of the time.";
}
