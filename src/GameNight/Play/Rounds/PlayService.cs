using System.Diagnostics.Metrics;
using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Recognition.Guessing;
using GameNight.Storage;
using GameNight.Telemetry;

namespace GameNight.Play.Rounds;

/// <summary>Guesses, records and labels drawings, for the page, the HTTP API and the simulation.</summary>
public sealed class PlayService(Contestants contestants, IObservationStore store, PersonalizationService personal, TimeProvider clock)
{
    private static readonly Counter<long> Plays =
        GameTelemetry.Meter.CreateCounter<long>("gamenight.plays", description: "Plays that were recorded");

    private static readonly Counter<long> Answers =
        GameTelemetry.Meter.CreateCounter<long>("gamenight.answers", description: "Answers of players and corrections of them");

    /// <summary>Raised when a label is durable.</summary>
    public event Action? Labelled;

    /// <summary>Guesses a drawing with every version in service and on shadow. Stores nothing.</summary>
    /// <param name="drawing">The drawing.</param>
    /// <param name="choice">The algorithm whose answer the player is shown; null where the player is shown all.</param>
    /// <param name="player">The id of the player who drew it.</param>
    /// <param name="origin">How the drawing came in.</param>
    /// <param name="asked">In a challenge, the digit that was asked for, which becomes the label; otherwise null.</param>
    /// <param name="cancellation">Cancels the guesses.</param>
    /// <param name="task">What the player was to draw; null where nothing was asked for.</param>
    /// <exception cref="ContestantUnavailableException">The chosen algorithm does not answer, or none does.</exception>
    public async Task<Observation> GuessAsync(
        DrawnDigit drawing, ChosenAlgorithm? choice, string player, PlayOrigin origin, int? asked, CancellationToken cancellation,
        DrawingTask? task = null)
    {
        using var trace = GameTelemetry.Traces.StartActivity("guess");
        var time = clock.GetUtcNow();
        var inService = contestants.GuessAsync(drawing.Image, cancellation);
        var onShadow = contestants.Shadows.GuessAsync(drawing.Image, inService, cancellation);
        var guesses = await Task.WhenAll(
            (await inService).Select(guess => personal.AdaptAsync(guess, drawing, player, cancellation)));
        var chosen = choice?.Algorithm ?? guesses.FirstOrDefault()?.Algorithm ?? "Everybody";
        if (!guesses.Any(guess => guess.Algorithm == chosen))
        {
            // The contestants log whose guess they leave out.
            var reason = contestants.Find(chosen)?.Reason ?? "it didn’t answer.";
            throw new ContestantUnavailableException(chosen, reason, isLogged: true);
        }

        return new Observation
        {
            Id = Guid.CreateVersion7(time),
            Time = time,
            Player = player,
            Ink = drawing.Ink,
            Image = drawing.Image,
            NormaliserVersion = InkNormaliser.Version,
            Input = drawing.Input,
            Chosen = chosen,
            ChosenBy = choice?.By ?? ChosenBy.Player,
            Origin = origin,
            Guesses = guesses,
            // A version that went from shadow into service meanwhile may have guessed twice.
            Shadows = [.. (await onShadow).ExceptBy(guesses.Select(Version), Version)],
            Task = task,
            Label = asked is { } digit ? new Label(digit, player, time) : null,
        };
    }

    /// <summary>Guesses a drawing that is not finished with one algorithm.</summary>
    /// <param name="drawing">The drawing so far.</param>
    /// <param name="algorithm">The algorithm's id.</param>
    /// <param name="player">The id of the player, whose own classifier is used; null where it is not known.</param>
    /// <param name="cancellation">Cancels the guess.</param>
    /// <exception cref="ContestantUnavailableException">The algorithm is not in service.</exception>
    /// <exception cref="UnknownAlgorithmException">There is no algorithm with this id.</exception>
    public async Task<Guess> GuessLiveAsync(DrawnDigit drawing, string algorithm, string? player, CancellationToken cancellation)
    {
        var guess = (await contestants.GuessAsync(algorithm, [drawing.Image], cancellation))[0];
        return player is null ? guess : await personal.AdaptAsync(guess, drawing, player, cancellation);
    }

    /// <summary>Stores an observation, durably when the task completes. The same observation once more changes nothing, and neither
    /// does one that its player has had deleted meanwhile.</summary>
    /// <exception cref="StoreException">The observation cannot be stored; it can be tried again.</exception>
    /// <exception cref="InvalidOperationException">Another observation has the same id.</exception>
    public async Task<AppendOutcome> RecordAsync(Observation observation, CancellationToken cancellation)
    {
        using var trace = GameTelemetry.Traces.StartActivity("record");
        // The page goes on with the ink that its pad has.
        var stored = observation.Ink is { } ink ? observation with { Ink = InkThinning.Thin(ink) } : observation;
        var outcome = await store.AppendAsync(stored, cancellation);
        if (outcome == AppendOutcome.Conflict)
            throw new InvalidOperationException($"The observation {observation.Id} cannot be stored: another observation has this id.");
        if (outcome == AppendOutcome.Stored)
            Plays.Add(1);
        if (observation.Label is not null && outcome != AppendOutcome.Erased)
            Learn(observation.Id);
        return outcome;
    }

    /// <summary>Labels an observation, or replaces its label, durably when the task completes.</summary>
    /// <param name="id">The observation's id.</param>
    /// <param name="digit">0 to 9.</param>
    /// <param name="by">The id of the player who says so, or <c>host</c>.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <exception cref="StoreException">The label cannot be stored; it can be tried again.</exception>
    public async Task<LabelOutcome> LabelAsync(Guid id, int digit, string by, CancellationToken cancellation)
    {
        using var trace = GameTelemetry.Traces.StartActivity("label");
        var outcome = await store.LabelAsync(id, new Label(digit, by, clock.GetUtcNow()), cancellation);
        if (outcome == LabelOutcome.Stored)
            Learn(id);
        return outcome;
    }

    /// <summary>Notes that an observation is no digit, and takes its label away if it has one, durably when the task completes.</summary>
    /// <param name="id">The observation's id.</param>
    /// <param name="by">The id of the player who drew it.</param>
    /// <param name="cancellation">Keeps the write from starting.</param>
    /// <exception cref="StoreException">It cannot be stored; it can be tried again.</exception>
    public async Task<VoteOutcome> SayNoDigitAsync(Guid id, string by, CancellationToken cancellation)
    {
        await store.UnlabelAsync(id, cancellation);
        return await store.VoteAsync(id, new Vote(by, Digit: null, clock.GetUtcNow()), cancellation);
    }

    /// <summary>Begins to learn a label, without waiting for the end.</summary>
    private void Learn(Guid id)
    {
        Answers.Add(1);
        personal.Learn(id);
        Labelled?.Invoke();
    }

    private static (string Algorithm, string Version) Version(Guess guess) => (guess.Algorithm, guess.Version);
}
