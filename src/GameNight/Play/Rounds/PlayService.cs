using GameNight.Drawing;
using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Play.Personal;
using GameNight.Recognition.Guessing;
using GameNight.Storage;

namespace GameNight.Play.Rounds;

/// <summary>The rules of a play, for the page and for the HTTP API alike.</summary>
public sealed class PlayService(Contestants contestants, IObservationStore store, PersonalizationService personal, TimeProvider clock)
{
    /// <summary>Every contestant in service guesses, and every version on shadow. Nothing is stored yet.</summary>
    /// <param name="drawing">What was drawn.</param>
    /// <param name="choice">Whose answer the player is shown.</param>
    /// <param name="player">Who drew.</param>
    /// <param name="asked">In a challenge, the digit that was asked for: it is the label.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    /// <exception cref="ContestantUnavailableException">The chosen one does not guess.</exception>
    public async Task<Observation> GuessAsync(DrawnDigit drawing, ChosenAlgorithm choice, string player, int? asked, CancellationToken cancellation)
    {
        var time = clock.GetUtcNow();
        var table = contestants.GuessAsync(drawing.Image, cancellation);
        var unseen = contestants.Shadows.GuessAsync(drawing.Image, table, cancellation);
        var guesses = await Task.WhenAll((await table).Select(guess => personal.AdaptAsync(guess, drawing.Image, player, cancellation)));
        if (!guesses.Any(guess => guess.Algorithm == choice.Algorithm))
            throw new ContestantUnavailableException(choice.Algorithm, contestants.Find(choice.Algorithm)?.Reason ?? "it did not answer");
        return new Observation
        {
            Id = Guid.CreateVersion7(time),
            Time = time,
            Player = player,
            Ink = drawing.Ink,
            Image = drawing.Image,
            NormaliserVersion = InkNormaliser.Version,
            Input = drawing.Input,
            Chosen = choice.Algorithm,
            ChosenBy = choice.By,
            Guesses = guesses,
            // One that goes into service meanwhile has guessed at the table.
            Shadows = [.. (await unseen).ExceptBy(guesses.Select(Version), Version)],
            Label = asked is { } digit ? new Label(digit, player, time) : null,
        };
    }

    /// <summary>What one contestant makes of a drawing that is not finished, for this player.</summary>
    /// <exception cref="ContestantUnavailableException">It is not in service.</exception>
    /// <exception cref="UnknownAlgorithmException">Nobody has this id.</exception>
    public async Task<Guess> ThinkAsync(DigitImage image, string algorithm, string? player, CancellationToken cancellation)
    {
        var guess = (await contestants.GuessAsync(algorithm, [image], cancellation))[0];
        return player is null ? guess : await personal.AdaptAsync(guess, image, player, cancellation);
    }

    /// <summary>On disk when it completes. The same observation again changes nothing.</summary>
    /// <exception cref="StoreException">It could not be stored; it can be tried again.</exception>
    public async Task RecordAsync(Observation observation, CancellationToken cancellation)
    {
        if (await store.AppendAsync(observation, cancellation) == AppendOutcome.Conflict)
            throw new InvalidOperationException($"Another observation has the id {observation.Id}.");
        if (observation.Label is not null)
            personal.Learn(observation.Id);
    }

    /// <summary>The player's word on what the drawing was meant to be. On disk when it completes.</summary>
    /// <exception cref="StoreException">It could not be stored; it can be tried again.</exception>
    public async Task<LabelOutcome> MarkAsync(Guid id, int digit, string by, CancellationToken cancellation)
    {
        var outcome = await store.LabelAsync(id, new Label(digit, by, clock.GetUtcNow()), cancellation);
        if (outcome == LabelOutcome.Stored)
            personal.Learn(id);
        return outcome;
    }

    private static (string Algorithm, string Version) Version(Guess guess) => (guess.Algorithm, guess.Version);
}
