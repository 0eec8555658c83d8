using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Jury;

/// <summary>What a drawing is worth that people can read and machines cannot.</summary>
public static class FoolPoints
{
    /// <summary>For each machine that takes it for another digit.</summary>
    public const int Machine = 100;

    /// <summary>Once more, if one of these is as sure as <see cref="Sureness"/>.</summary>
    public const int Sure = 100;

    /// <summary>The probability from which a machine is called sure.</summary>
    public const float Sureness = 0.9f;

    /// <summary>
    /// The guesses that can be fooled: without the committee, which only counts the others' votes, without the player's own contestant,
    /// and without one that has no opinion because it knows nothing yet.
    /// </summary>
    public static IReadOnlyList<Guess> Machines(IEnumerable<Guess> guesses) =>
    [
        .. guesses.Where(guess => guess.Algorithm is not (Contestants.Committee or Contestants.Personal)
            && guess.Probabilities.Max() > guess.Probabilities.Min()),
    ];

    /// <summary>The points if people read the digit that was asked for.</summary>
    /// <param name="asked">The digit that was asked for, 0 to 9.</param>
    /// <param name="guesses">The guesses in service.</param>
    public static int For(int asked, IEnumerable<Guess> guesses)
    {
        var fooled = Machines(guesses).Where(guess => guess.Digit != asked).ToList();
        return Machine * fooled.Count + (fooled.Exists(guess => guess.Confidence >= Sureness) ? Sure : 0);
    }

    /// <summary>The points of a drawing that was made to fool; null until the jury has agreed.</summary>
    /// <exception cref="ArgumentException">It was made for something else.</exception>
    public static int? Of(Observation drawing) => drawing.Task is not { Mode: PlayMode.Fool, Asked: { } asked }
        ? throw new ArgumentException("This drawing was not made to fool anybody.", nameof(drawing))
        : JuryVerdict.Of(drawing) is { IsFinal: true } verdict ? verdict.Digit == asked ? For(asked, drawing.Guesses) : 0 : null;
}
