using GameNight.Calendar;
using GameNight.Models;
using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;
using GameNight.Statistics;
using Microsoft.AspNetCore.Components;

namespace GameNight.Scoreboard.Charts.Accuracy;

/// <summary>The accuracy of each series by hour or by night, and when versions went into service.</summary>
public sealed partial class AccuracyOverTime(Contestants contestants, ModelLibrary library, TimeProvider clock)
{
    private static readonly Proportion Nothing = new(0, 0);

    private const double LaneHeight = 1.75;

    private TimeStep? _chosen;
    private TimelinePlot _plot = TimelinePlot.Empty;

    [Parameter, EditorRequired]
    public Scores Scores { get; set; } = null!;

    private TimeStep Step => _chosen ?? Scores.Step;

    protected override void OnParametersSet() => Place();

    private void Place() => _plot = TimelinePlot.From(Scores.Timelines(Step), Step, clock.LocalTimeZone, library.Activations);

    private string Lead => $"How often each was right, in the last {Scores.Hours} hours or {Scores.Nights} nights with "
        + "answers. The shades are the 95 % intervals."
        + (_plot.Lanes.Count > 0 ? " An upright line: a new version went into service." : "")
        + (Scores.Shadows.Count > 0 ? " Thin, dashed and hollow: on trial, it guesses unseen." : "") + _plot.Scale.Warning;

    private string Name(DateTimeOffset time) => Step == TimeStep.Hour
        ? Format(time, "d MMM yyyy, HH:mm")
        : Night.Of(time, clock.LocalTimeZone).Date.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private static string Format(DateTimeOffset time, string format) =>
        time.UtcDateTime.ToString(format, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The right label: the end of the last hour, or the last night; null for a single night, which is in the middle.</summary>
    private DateTimeOffset? Last => Step == TimeStep.Hour ? _plot.Times[^1].AddHours(1) : _plot.Times.Count > 1 ? _plot.Times[^1] : null;

    private string Words(Activation activation) =>
        $"{contestants.NameOf(activation.Algorithm)} version {activation.To} ({Format(activation.At, "HH:mm")})";

    private void Choose(ChangeEventArgs change)
    {
        _chosen = Enum.Parse<TimeStep>((string)change.Value!);
        Place();
    }
}
