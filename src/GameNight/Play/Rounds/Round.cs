using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>One drawing on the play page, from its first stroke to its label.</summary>
public sealed record Round
{
    /// <summary>A round without an answer yet.</summary>
    public static readonly Round Drawing = new();

    /// <summary>The drawing with every guess; null until the player asks for the answer.</summary>
    public Observation? Observation { get; init; }

    /// <summary>Whether the player said that the guess is wrong, and has not said yet which digit it was.</summary>
    public bool IsAskingWhich { get; init; }

    /// <summary>The label that the page shows, 0 to 9; null before. It may not be in the store yet.</summary>
    public int? Mark { get; init; }

    /// <summary>The guess that the first mark was for. It stays when the player looks at another contestant's answer.</summary>
    public Guess? Judged { get; init; }

    /// <summary>Whether the digit was asked for in a challenge.</summary>
    public bool IsChallenge => Observation?.Label is not null;

    /// <summary>Whether the player wants nothing of it to be kept: neither store nor session hear of it.</summary>
    public bool IsUnrecorded { get; init; }

    /// <summary>Whether the mark is in the store.</summary>
    public bool IsSaved { get; init; }

    /// <summary>Whether the drawing is not in the store because its player has had it deleted.</summary>
    public bool IsErased { get; init; }

    /// <summary>What the contestant says to the mark.</summary>
    public string? Thanks { get; init; }

    /// <summary>What will be learned from the mark, and when; null where nothing is to be said.</summary>
    public string? Lesson { get; init; }

    /// <summary>Whether the player's own contestant read what the others misread.</summary>
    public bool IsTaught { get; init; }

    /// <summary>Whether the player says that the drawing is no digit.</summary>
    public bool IsNoDigit { get; init; }

    /// <summary>The algorithm that the player says is behind the mask; null before.</summary>
    public string? Bet { get; init; }

    /// <summary>Whether the player has looked at the answers of others before betting.</summary>
    public bool HasPeeked { get; init; }

    /// <summary>Whether the player may still bet on who is behind the mask: not once the answers are known.</summary>
    public bool TakesBets => Observation is { ChosenBy: ChosenBy.Lot } && Bet is null && !HasPeeked && !IsAnswered;

    /// <summary>Whether the player has said what it was.</summary>
    public bool IsAnswered => Mark is not null || IsNoDigit;

    public bool AwaitsMark => Observation is not null && !IsAnswered;

    /// <summary>Whether this is the drawing that was guessed. The store may have fewer of its points.</summary>
    public bool IsOf(Ink ink) => Observation?.Ink is { } guessed && (guessed.Equals(ink) || guessed.Equals(InkThinning.Thin(ink)));

    /// <summary>The guess of any contestant at this drawing; null where there is none.</summary>
    public Guess? AnswerOf(string? algorithm) => Observation?.Guesses.FirstOrDefault(guess => guess.Algorithm == algorithm);

    /// <summary>The round and the session after the player has marked the drawing, or has corrected the mark.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="judged">The guess that the mark is for.</param>
    /// <param name="session">The session before.</param>
    public (Round Round, PlaySession Session) MarkedByPlayer(int digit, Guess judged, PlaySession session)
    {
        var (recognised, taught) = (judged.Digit == digit, FeedbackText.ForTaught(digit, judged, Observation!.Guesses));
        var thanks = taught ?? FeedbackText.ForMark(digit, recognised);
        return (
            this with { Mark = digit, IsNoDigit = false, Judged = judged, IsSaved = false, Thanks = thanks, IsTaught = taught is not null },
            IsUnrecorded ? session
            : Mark is { } before ? session.Corrected(judged.Digit == before, recognised) : session.Marked(recognised));
    }

    /// <summary>The round and the session after an answer in a challenge, where the digit that was asked for is the mark.</summary>
    /// <param name="asked">0 to 9.</param>
    /// <param name="session">The session before.</param>
    /// <param name="random">Chooses the next digit.</param>
    public (Round Round, PlaySession Session) MarkedByChallenge(int asked, PlaySession session, Random random)
    {
        var judged = AnswerOf(Observation!.Chosen)!;
        var next = session.Challenged(judged.Digit == asked, random);
        var thanks = IsUnrecorded
            ? FeedbackText.ForChallenge(asked, judged.Digit, before: 0, now: 1)
            : FeedbackText.ForChallenge(asked, judged.Digit, session.Streak, next.Streak);
        var taught = FeedbackText.ForTaught(asked, judged, Observation.Guesses);
        thanks = taught is null ? thanks : $"{thanks} {taught}";
        // Without a record no streak grows, but the game asks for another digit.
        return (
            this with { Mark = asked, Judged = judged, Thanks = thanks, IsTaught = taught is not null },
            IsUnrecorded ? session with { Asked = next.Asked } : next);
    }
}
