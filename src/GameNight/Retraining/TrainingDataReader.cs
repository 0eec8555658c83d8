using System.Globalization;
using GameNight.Observations.Store;
using GameNight.Retraining.Queue;
using GameNight.Retraining.Review;
using GameNight.Storage;

namespace GameNight.Retraining;

/// <summary>
/// Reads what runs learn from, and reviews its labels: once for all runs of one trigger, however many algorithms learn. It keeps what was
/// read last, so nobody keeps it longer than the runs take. For one run at a time.
/// </summary>
internal sealed class TrainingDataReader(
    IObservationStore store, ReviewDecisions decisions, OutOfFoldPredictor outOfFold, TrainingOptions options, TimeProvider clock)
{
    private (long Revision, DateTimeOffset Begun, TrainingData Data)? _last;

    /// <summary>The labelled drawings with their review, as they were when the run was queued or later. It records those that are doubted.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="revision">What <see cref="ReviewDecisions.ReadErasureRevisionAsync"/> says now.</param>
    /// <param name="report">Called with the stage, how much of it is done (0 to 1), and a description for people.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read or written.</exception>
    /// <exception cref="DeletedMeanwhileException">Something was deleted meanwhile.</exception>
    public async Task<TrainingData> ReadAsync(
        TrainingRun run, long revision, Action<RunStage, double, string> report, CancellationToken cancellation)
    {
        if (_last is { } last && last.Revision == revision && run.QueuedAt <= last.Begun)
            return last.Data;
        var begun = clock.GetUtcNow();
        report(RunStage.Reading, 0, "reads the marked drawings");
        var labelled = await LabelledDrawings.ReadAsync(
            store, decisions, count => report(RunStage.Reading, 0, Text($"has read {count:N0} drawings")), cancellation);
        report(RunStage.Reviewing, 0, Text($"looks for doubtful marks among {labelled.Drawings.Count:N0}"));
        var opinions = labelled.Drawings.Count == 0 ? [] : await outOfFold.PredictAsync(labelled.Drawings, cancellation);
        var review = LabelReview.Review(labelled.Drawings, opinions);
        await decisions.RequireUnerasedAsync(revision, cancellation);
        await decisions.WriteSuspectsAsync(review.Suspects, cancellation);
        var data = TrainingData.Of(labelled, review, options.TrustedInk, clock.GetUtcNow());
        _last = (revision, begun, data);
        return data;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
