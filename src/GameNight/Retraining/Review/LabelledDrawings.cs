using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>Everything that people marked.</summary>
/// <param name="Drawings">Latest last.</param>
/// <param name="Observations">How many observations there are, with and without a label.</param>
/// <param name="Labelled">How many have one.</param>
/// <param name="Dropped">How many of those the host threw out.</param>
/// <param name="TooOld">How many were left out because there are too many.</param>
public sealed record LabelledDrawings(IReadOnlyList<LabelledDrawing> Drawings, int Observations, int Labelled, int Dropped, int TooOld)
{
    /// <summary>More are not held in memory: the latest count.</summary>
    public const int Most = 50_000;

    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<LabelledDrawings> ReadAsync(IObservationStore store, ReviewDecisions decisions, Action<int> progress, CancellationToken cancellation)
    {
        var decided = await decisions.ReadAsync(cancellation);
        var drawings = new Queue<LabelledDrawing>();
        var (observations, labelled, dropped, tooOld) = (0, 0, 0, 0);
        for (ObservationPage page = await store.ReadAsync(null, ObservationPage.MaxLimit, cancellation); page.Items.Count > 0; page = await store.ReadAsync(page.Next, ObservationPage.MaxLimit, cancellation))
        {
            progress(observations += page.Items.Count);
            foreach (var observation in page.Items)
            {
                if (observation.Label is not { } label)
                    continue;
                labelled++;
                var decision = decided.GetValueOrDefault(observation.Id);
                if (observation.Excluded || decision is { Keeps: false })
                {
                    dropped++;
                    continue;
                }

                var lesson = new TrainingExample(observation.Id, observation.Player, observation.Ink, observation.Image, label.Digit);
                drawings.Enqueue(new LabelledDrawing(lesson, decision?.Digit == label.Digit));
                if (drawings.Count <= Most)
                    continue;
                drawings.Dequeue();
                tooOld++;
            }
        }

        return new LabelledDrawings([.. drawings], observations, labelled, dropped, tooOld);
    }
}
