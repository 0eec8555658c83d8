using GameNight.Drawing;
using GameNight.Experiments;
using GameNight.Observations.Store;
using GameNight.Play.Rounds;
using GameNight.Recognition.Guessing;

namespace GameNight.Play.Practice;

/// <summary>
/// Records plays that come in later than they were drawn, each under an id that its sender made: sent twice, it is there once. Everybody
/// in service guesses when it comes in; what the sender's browser guessed is not asked for.
/// </summary>
public sealed class LatePlays(PlayService plays, Contestants contestants, IObservationStore store, TimeProvider clock)
{
    /// <summary>How long ago a play may have been drawn; what says to be older was drawn then.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(30);

    /// <summary>The play that is stored under an id, after an answer that it lacks was added to it; null where there is none.</summary>
    /// <exception cref="OtherPlayException">It is another drawing, or another player's.</exception>
    public async Task<Observation?> FindAsync(
        Guid id, string player, DrawnDigit drawing, PlayedAnswer answer, CancellationToken cancellation)
    {
        if (await store.FindAsync(id, cancellation) is not { } stored)
            return null;
        if (stored.Player != player || !stored.Image.Equals(drawing.Image))
            throw new OtherPlayException();
        // Whoever was cut off between the two sends both again.
        if (answer.NotADigit)
            await plays.SayNoDigitAsync(id, player, cancellation);
        else if (answer.Digit is { } digit && stored.Label is null)
            await plays.LabelAsync(id, digit, player, cancellation);
        return stored;
    }

    /// <summary>Guesses and stores a play that is not there yet.</summary>
    /// <param name="id">Made where it was drawn.</param>
    /// <param name="player">The id of the player who drew it.</param>
    /// <param name="drawing">The drawing.</param>
    /// <param name="algorithm">The algorithm that the player chose; null, or one that is not in service, for nobody in particular.</param>
    /// <param name="answer">What the player said to the guess.</param>
    /// <param name="age">How long ago it was drawn.</param>
    /// <param name="cancellation">Ends the guesses; a write that has begun is finished.</param>
    /// <exception cref="ContestantUnavailableException">Nobody answers.</exception>
    /// <exception cref="DeletedPlayException">The player has had it deleted.</exception>
    /// <exception cref="OtherPlayException">The id was taken meanwhile, for something else.</exception>
    public async Task<Observation> RecordAsync(
        Guid id, string player, DrawnDigit drawing, string? algorithm, PlayedAnswer answer, TimeSpan age, CancellationToken cancellation)
    {
        var choice = algorithm is not null && contestants.Find(algorithm) is { InService: true } ? new ChosenAlgorithm(algorithm) : null;
        var guessed = await plays.GuessAsync(drawing, choice, player, PlayOrigin.Api, asked: null, cancellation);
        var now = clock.GetUtcNow();
        var play = guessed with
        {
            Id = id,
            Time = now - TimeSpan.FromTicks(Math.Clamp(age.Ticks, 0, Oldest.Ticks)),
            Label = answer.Digit is { } digit ? new Label(digit, player, now) : null,
        };
        try
        {
            if (await plays.RecordAsync(play, cancellation) == AppendOutcome.Erased)
                throw new DeletedPlayException();
        }
        catch (InvalidOperationException)
        {
            // The same play came in twice at the same time, and the other one was first.
            return await FindAsync(id, player, drawing, answer, cancellation) ?? throw new OtherPlayException();
        }

        if (answer.NotADigit)
            await plays.SayNoDigitAsync(id, player, cancellation);
        return play;
    }
}
