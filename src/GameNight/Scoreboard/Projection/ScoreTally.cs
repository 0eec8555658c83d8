using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Projection;

/// <summary>All figures of the charts, counted in one go over the plays.</summary>
public sealed class ScoreTally
{
    private readonly Series _series;
    private readonly ConfusionTally _confusion;
    private readonly TimelineTally _timeline;
    private readonly PairTally _pairs = new();
    private readonly CalibrationTally _calibration;
    private readonly VersionTally _versions;
    private readonly ArmTally _arms;
    private int _plays;
    private int _marked;

    private ScoreTally(Series series, int contenders, TimeZoneInfo zone)
    {
        (_series, _confusion, _timeline) = (series, new(series.Names.Count), new(series.Names.Count));
        (_calibration, _versions, _arms) = (new(series.Names.Count), new(contenders), new(zone));
    }

    /// <param name="table">All drawings.</param>
    /// <param name="filter">Which of them count.</param>
    /// <param name="zone">By which nights begin and end.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    public static Scores Count(FactTable table, Filter filter, TimeZoneInfo zone, CancellationToken cancellation)
    {
        var (count, series) = (table.Contenders.Count, Series.Of(table, filter.Algorithm));
        var tally = table.Aggregate(
            () => new ScoreTally(series, count, zone), static (ScoreTally sum, in PlayRow play) => sum.Add(play), (sum, part) => sum.Merge(part),
            filter, cancellation);
        return tally.ToScores(table);
    }

    private void Add(in PlayRow play)
    {
        _plays++;
        _arms.Add(play);
        var truth = play.Mark.Digit;
        if (truth < 0)
            return;
        _marked++;
        var (guessed, correct) = (0UL, 0UL);
        for (var i = 0; i < play.Contenders.Length; i++)
        {
            // Somebody who came after the count began has no number in it yet.
            if (play.Contenders[i] >= _versions.Contenders || _series[play.Contenders[i]] is not (>= 0 and var series))
                continue;
            var isRight = play.Digits[i] == truth;
            _confusion.Add(series, truth, play.Digits[i]);
            _timeline.Add(series, play.Time, isRight);
            _calibration.Add(series, play.Confidences[i], isRight);
            _versions.Add(play.Contenders[i], play.Time, isRight);
            if (series >= PairTally.MaxSeries)
                continue;
            guessed |= 1UL << series;
            correct |= isRight ? 1UL << series : 0;
        }

        _pairs.Add(guessed, correct);
    }

    private void Merge(ScoreTally other)
    {
        (_plays, _marked) = (_plays + other._plays, _marked + other._marked);
        _confusion.Merge(other._confusion);
        _timeline.Merge(other._timeline);
        _pairs.Merge(other._pairs);
        _calibration.Merge(other._calibration);
        _versions.Merge(other._versions);
        _arms.Merge(other._arms);
    }

    private Scores ToScores(FactTable table)
    {
        var all = _confusion.ToStatistics(_series.Names);
        return new Scores
        {
            Statistics = new OverallStatistics(_plays, _marked, [.. all.Where(series => SeriesName.Parse(series.Algorithm).Version is null)]),
            Candidates = [.. all.Where(series => SeriesName.Parse(series.Algorithm).Version is not null)],
            PerHour = _timeline.ToTimelines(_series.Names, TimeStep.Hour, Scores.Hours),
            PerDay = _timeline.ToTimelines(_series.Names, TimeStep.Day, Scores.Days),
            Pairs = _pairs.ToStatistics(_series.Names),
            Calibration = _calibration.ToStatistics(_series.Names),
            Versions = _versions.ToStatistics(table),
            Arms = _arms.ToStatistics(table),
        };
    }
}
