using GameNight.Recognition.Guessing;
using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>Counts all figures of the charts in one pass over the rows.</summary>
public sealed class ScoreTally
{
    private readonly Series _series;
    private readonly ConfusionTally _confusion;
    private readonly TimelineTally _timeline;
    private readonly PairTally _pairs = new();
    private readonly CalibrationTally _calibration;
    private readonly VersionTally _versions;
    private readonly ArmTally _arms;
    private readonly RookieTally _rookies = new();
    private int _plays;
    private int _labelled;

    private ScoreTally(Series series, TimeZoneInfo zone)
    {
        _series = series;
        _confusion = new ConfusionTally(series.Names.Count);
        _timeline = new TimelineTally(series.Names.Count, zone);
        _calibration = new CalibrationTally(series.Names.Count);
        _versions = new VersionTally(series.VersionCount);
        _arms = new ArmTally(series, zone);
    }

    /// <param name="table">The plays.</param>
    /// <param name="filter">Selects the rows.</param>
    /// <param name="zone">The time zone in which nights begin and end.</param>
    /// <param name="cancellation">Ends the count.</param>
    public static Scores Count(FactTable table, Filter filter, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var series = Series.Of(table, filter.Algorithm);
        var tally = table.Aggregate(
            () => new ScoreTally(series, zone),
            static (ScoreTally sum, in PlayRow play) => sum.Add(play),
            (sum, part) => sum.Merge(part),
            filter,
            cancellation);
        return tally.ToScores(table);
    }

    private void Add(in PlayRow play)
    {
        _plays++;
        _arms.Add(play);
        var truth = play.Label.Digit;
        if (truth < 0)
            return;
        _labelled++;
        var (guessed, correct) = (0UL, 0UL);
        var (inService, right) = (0, 0);
        (int Version, bool IsCorrect)? rookie = null;
        for (var i = 0; i < play.Versions.Length; i++)
        {
            if (_series[play.Versions[i]] is not (>= 0 and var series))
                continue;
            var isCorrect = play.Digits[i] == truth;
            _confusion.Add(series, truth, play.Digits[i]);
            _timeline.Add(series, play.Time, isCorrect);
            _calibration.Add(series, play.Confidences[i], isCorrect);
            _versions.Add(play.Versions[i], play.Time, isCorrect);
            if (!_series.Version(play.Versions[i]).IsShadow)
            {
                (inService, right) = (inService + 1, right + (isCorrect ? 1 : 0));
                if (_series.Version(play.Versions[i]).Algorithm == Contestants.Rookie)
                    rookie = (play.Versions[i], isCorrect);
            }

            if (series >= PairTally.MaxSeries)
                continue;
            guessed |= 1UL << series;
            correct |= isCorrect ? 1UL << series : 0;
        }

        _pairs.Add(guessed, correct);
        if (rookie is { Version: var version, IsCorrect: var isRight })
            _rookies.Add(version, play.Time, isRight, inService - 1, right - (isRight ? 1 : 0));
    }

    private void Merge(ScoreTally other)
    {
        (_plays, _labelled) = (_plays + other._plays, _labelled + other._labelled);
        _confusion.Merge(other._confusion);
        _timeline.Merge(other._timeline);
        _pairs.Merge(other._pairs);
        _calibration.Merge(other._calibration);
        _versions.Merge(other._versions);
        _arms.Merge(other._arms);
        _rookies.Merge(other._rookies);
    }

    private Scores ToScores(FactTable table)
    {
        var isShadow = _confusion.ToStatistics(_series.Names).ToLookup(series => SeriesName.Parse(series.Algorithm).Version is not null);
        return new Scores
        {
            Statistics = new OverallStatistics(_plays, _labelled, [.. isShadow[false]]),
            Shadows = [.. isShadow[true]],
            PerHour = _timeline.ToTimelines(_series.Names, TimeStep.Hour, Scores.Hours),
            PerNight = _timeline.ToTimelines(_series.Names, TimeStep.Night, Scores.Nights),
            Pairs = _pairs.ToStatistics(_series.Names),
            Calibration = _calibration.ToStatistics(_series.Names),
            Versions = _versions.ToStatistics(table),
            Arms = _arms.ToStatistics(table),
            Rookie = _rookies.ToCurve(table),
        };
    }
}
