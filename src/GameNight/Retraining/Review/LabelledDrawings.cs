using GameNight.Observations.Store;
using GameNight.Storage;
using GameNight.Training.Examples;

namespace GameNight.Retraining.Review;

/// <summary>The labelled drawings in the store from which a run may learn, and what was left out.</summary>
/// <param name="Drawings">The drawings, latest last.</param>
/// <param name="Observations">How many observations there are, with and without a label.</param>
/// <param name="Labelled">How many of them have a label.</param>
/// <param name="Dropped">How many labelled ones the host has set aside.</param>
/// <param name="Repeats">How many labelled ones are a drawing that was read before (see <see cref="DrawingFingerprint"/>).</param>
/// <param name="TooOld">How many labelled ones were left out because there are more than <see cref="Capacity"/>.</param>
/// <param name="Next">The cursor after the last one; null for an empty store.</param>
public sealed record LabelledDrawings(
    IReadOnlyList<LabelledDrawing> Drawings, int Observations, int Labelled, int Dropped, int Repeats, int TooOld, string? Next = null)
{
    /// <summary>The most drawings that are held in memory; of more, the latest.</summary>
    public const int Capacity = 50_000;

    /// <summary>How many drawings their players have had deleted so far.</summary>
    public long Deleted { get; private init; }

    /// <param name="store">The observations.</param>
    /// <param name="decisions">What the host decided about doubted labels.</param>
    /// <param name="progress">Called with the number of observations read so far.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<LabelledDrawings> ReadAsync(
        IObservationStore store, ReviewDecisions decisions, Action<int> progress, CancellationToken cancellation) =>
        await ReadAsync(store, decisions, after: null, guessedBy: null, progress, cancellation);

    /// <summary>Reads the labelled drawings after a cursor of the store.</summary>
    /// <param name="store">The observations.</param>
    /// <param name="decisions">What the host decided about doubted labels.</param>
    /// <param name="after">The cursor; null for all drawings.</param>
    /// <param name="guessedBy">The algorithm whose guesses are kept with the drawings; null for none's.</param>
    /// <param name="progress">Called with the number of observations read so far.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public static async Task<LabelledDrawings> ReadAsync(
        IObservationStore store, ReviewDecisions decisions, string? after, string? guessedBy, Action<int> progress,
        CancellationToken cancellation)
    {
        var decided = await decisions.ReadAsync(cancellation);
        var drawings = new Queue<(LabelledDrawing Drawing, ulong Fingerprint)>();
        // Of those in the queue, and of the few that the host has set aside: what they are, nobody shall learn from a repetition.
        var fingerprints = new HashSet<ulong>();
        var (observations, labelled, dropped, repeats, tooOld) = (0, 0, 0, 0, 0);
        var page = await ReadPageAsync(after);
        for (; page.Items.Count > 0; page = await ReadPageAsync(page.Next))
        {
            progress(observations += page.Items.Count);
            foreach (var observation in page.Items)
            {
                if (observation.Label is not { } label)
                    continue;
                labelled++;
                var fingerprint = DrawingFingerprint.Of(observation);
                if (!fingerprints.Add(fingerprint))
                {
                    repeats++;
                    continue;
                }

                var decision = decided.GetValueOrDefault(observation.Id);
                if (observation.Excluded || decision is { Keeps: false })
                {
                    dropped++;
                    continue;
                }

                var example = new TrainingExample(observation.Id, observation.Player, observation.Ink, observation.Image, label.Digit);
                var guesses = observation.Guesses.Concat(observation.Shadows).Where(guess => guess.Algorithm == guessedBy);
                var play = new PlayCircumstances(
                    observation.Time, observation.Origin, observation.Task?.Mode, guessedBy is null ? [] : [.. guesses]);
                drawings.Enqueue((new LabelledDrawing(example, decision?.Digit == label.Digit, play), fingerprint));
                if (drawings.Count <= Capacity)
                    continue;
                fingerprints.Remove(drawings.Dequeue().Fingerprint);
                tooOld++;
            }
        }

        return new LabelledDrawings(
            [.. drawings.Select(entry => entry.Drawing)], observations, labelled, dropped, repeats, tooOld, page.Next)
        {
            Deleted = await decisions.CountErasedAsync(cancellation),
        };

        Task<ObservationPage> ReadPageAsync(string? cursor) => store.ReadAsync(cursor, ObservationPage.MaxLimit, cancellation);
    }
}
