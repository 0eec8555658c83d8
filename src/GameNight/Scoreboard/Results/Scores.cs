using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Results;

/// <summary>Everything that the charts of one <see cref="Filter"/> show.</summary>
public sealed record Scores
{
    // More than this nobody could tell apart on a screen.
    public const int Hours = 48;
    public const int Days = 90;

    private IReadOnlyList<RankedPair>? _duels;
    private ArmsComparison? _keptArms;
    private ArmsComparison? _sampledArms;

    /// <summary>Over the whole selection. Those on trial are not in it.</summary>
    public required OverallStatistics Statistics { get; init; }

    /// <summary>The versions on trial that guessed a marked drawing; their <c>Algorithm</c> is that and the version, as <c>app-network@3</c>.</summary>
    public required IReadOnlyList<AlgorithmStatistics> Candidates { get; init; }

    /// <summary>By algorithm and by version on trial: the last <see cref="Hours"/> in which anything was marked.</summary>
    public required IReadOnlyList<Timeline> PerHour { get; init; }

    /// <summary>The same: the last <see cref="Days"/> in which anything was marked.</summary>
    public required IReadOnlyList<Timeline> PerDay { get; init; }

    /// <summary>Every two algorithms or versions on trial, on the drawings that both guessed.</summary>
    public required IReadOnlyList<PairStatistics> Pairs { get; init; }

    /// <summary>By algorithm and by version on trial.</summary>
    public required IReadOnlyList<CalibrationStatistics> Calibration { get; init; }

    /// <summary>By version, in service or on trial.</summary>
    public required IReadOnlyList<VersionStatistics> Versions { get; init; }

    /// <summary>The surprises; <see cref="Filter.Algorithm"/> does not narrow them.</summary>
    public required IReadOnlyList<ArmStatistics> Arms { get; init; }

    /// <summary>The pairs as a page ranks them; computed when it is first asked for, and once for everybody.</summary>
    public IReadOnlyList<RankedPair> Duels => LazyInitializer.EnsureInitialized(ref _duels, () => RankedPair.Rank(Pairs));

    /// <summary>The surprises in which each player kept one, compared; in the same way.</summary>
    public ArmsComparison KeptArms => LazyInitializer.EnsureInitialized(ref _keptArms, () => ArmsComparison.Of(Arms, ChosenBy.Arm));

    /// <summary>The surprises that were drawn by lot each, compared; in the same way.</summary>
    public ArmsComparison SampledArms => LazyInitializer.EnsureInitialized(ref _sampledArms, () => ArmsComparison.Of(Arms, ChosenBy.Sampling));

    /// <summary>The most accurate first, those on trial at the end: the order of all charts.</summary>
    public IReadOnlyList<AlgorithmStatistics> Ranked =>
        [.. Statistics.Algorithms.OrderByDescending(algorithm => algorithm.Accuracy), .. Candidates.OrderByDescending(candidate => candidate.Accuracy)];

    /// <summary>One evening is told by the hour, more by the day.</summary>
    public TimeStep Step => PerDay.All(timeline => timeline.Periods.Count < 3) ? TimeStep.Hour : TimeStep.Day;

    /// <summary>The timelines in the order of <see cref="Ranked"/>.</summary>
    public IReadOnlyList<Timeline> Timelines(TimeStep step) =>
        [.. Ranked.Join(step == TimeStep.Hour ? PerHour : PerDay, algorithm => algorithm.Algorithm, timeline => timeline.Algorithm, (_, timeline) => timeline)];
}
