using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Results;

/// <summary>Everything that the charts of one <see cref="Filter"/> show.</summary>
public sealed record Scores
{
    // A chart cannot tell more points apart than this on a screen.
    public const int Hours = 48;
    public const int Nights = 90;

    private IReadOnlyList<RankedPair>? _rankedPairs;
    private ArmsComparison? _keptArms;
    private ArmsComparison? _sampledArms;
    private ArmsComparison? _drawnArms;

    /// <summary>Totals and the algorithms in service; <see cref="Shadows"/> has the versions on shadow.</summary>
    public required OverallStatistics Statistics { get; init; }

    /// <summary>
    /// The versions on shadow that guessed a labelled drawing. <c>Algorithm</c> is the series' name, such as <c>app-network@3</c>.
    /// </summary>
    public required IReadOnlyList<AlgorithmStatistics> Shadows { get; init; }

    /// <summary>By series: the last <see cref="Hours"/> in which any drawing was labelled.</summary>
    public required IReadOnlyList<Timeline> PerHour { get; init; }

    /// <summary>By series: the last <see cref="Nights"/> in which any drawing was labelled.</summary>
    public required IReadOnlyList<Timeline> PerNight { get; init; }

    /// <summary>Every two series, on the labelled drawings that both guessed.</summary>
    public required IReadOnlyList<PairStatistics> Pairs { get; init; }

    /// <summary>By series.</summary>
    public required IReadOnlyList<CalibrationStatistics> Calibration { get; init; }

    /// <summary>By version, in service or on shadow.</summary>
    public required IReadOnlyList<VersionStatistics> Versions { get; init; }

    /// <summary>The drawings for which the app chose the algorithm; <see cref="Filter.Algorithm"/> does not narrow them.</summary>
    public required IReadOnlyList<ArmStatistics> Arms { get; init; }

    /// <summary>How the newest rookie got better; null where it has guessed no labelled drawing.</summary>
    public required RookieCurve? Rookie { get; init; }

    /// <summary>The pairs, ranked. Computed once, on first use.</summary>
    public IReadOnlyList<RankedPair> RankedPairs => LazyInitializer.EnsureInitialized(ref _rankedPairs, () => RankedPair.Rank(Pairs));

    /// <summary>The arms that players kept for a night, compared. Computed once, on first use.</summary>
    public ArmsComparison KeptArms =>
        LazyInitializer.EnsureInitialized(ref _keptArms, () => ArmsComparison.Of(Arms, ChosenBy.Arm));

    /// <summary>The arms that were drawn for each drawing, all with the same chance, compared. Computed once, on first use.</summary>
    public ArmsComparison DrawnArms =>
        LazyInitializer.EnsureInitialized(ref _drawnArms, () => ArmsComparison.Of(Arms, ChosenBy.Lot));

    /// <summary>The arms that were drawn for each drawing, the better ones more often, compared. Computed once, on first use.</summary>
    public ArmsComparison SampledArms =>
        LazyInitializer.EnsureInitialized(ref _sampledArms, () => ArmsComparison.Of(Arms, ChosenBy.Sampling));

    /// <summary>The algorithms in service, then the versions on shadow, the most accurate first in each: the order of all charts.</summary>
    public IReadOnlyList<AlgorithmStatistics> Ranked =>
    [
        .. Statistics.Algorithms.OrderByDescending(algorithm => algorithm.Accuracy),
        .. Shadows.OrderByDescending(shadow => shadow.Accuracy),
    ];

    /// <summary>The step that suits the data: hours for an evening or two, nights for more.</summary>
    public TimeStep Step => PerNight.All(timeline => timeline.Periods.Count < 3) ? TimeStep.Hour : TimeStep.Night;

    /// <summary>The timelines in the order of <see cref="Ranked"/>.</summary>
    public IReadOnlyList<Timeline> Timelines(TimeStep step)
    {
        var timelines = step == TimeStep.Hour ? PerHour : PerNight;
        return [.. Ranked.Join(timelines, ranked => ranked.Algorithm, timeline => timeline.Algorithm, (_, timeline) => timeline)];
    }
}
