using GameNight.Jury;
using GameNight.Observations.Store;
using static GameNight.Play.Rounds.DigitFormatter;

namespace GameNight.Play.Fool;

/// <summary>What became of a vote.</summary>
/// <param name="State">Whether it counts, and if not, why.</param>
/// <param name="Verdict">The verdict with this vote.</param>
/// <param name="Drawing">The drawing with this vote; null where it does not count.</param>
public sealed record VoteResult(VoteState State, JuryVerdict Verdict, Observation? Drawing = null)
{
    /// <summary>What the player is told.</summary>
    public string Words => (State, Verdict, Drawing) switch
    {
        (VoteState.Own, _, _) => "That one’s yours: others have to read it.",
        (VoteState.Again, _, _) => "You’ve judged that one already. It counts once.",
        (VoteState.TooMany, _, _) => "That was quick! Take a closer look at the next one.",
        (VoteState.Gone, _, _) => "That drawing is gone: whoever drew it has deleted it.",
        (_, _, { Task.Mode: not PlayMode.Fool } or { Task: null }) => "Thanks! Whoever drew it has told us already.",
        (_, { IsFinal: true, Digit: null }, _) => "Two people agree: that’s no digit. No points for it.",
        (_, { IsFinal: true, Digit: { } digit }, { Task.Asked: { } asked } drawing) when digit == asked =>
            FoolPoints.For(asked, drawing.Guesses) is > 0 and var points
                ? $"Two people agree: it’s {WithArticle(digit)}. {points} points for whoever drew it!"
                : $"Two people agree: it’s {WithArticle(digit)}. The machines thought so, too.",
        (_, { IsFinal: true, Digit: { } digit }, { Task.Asked: { } asked }) =>
            $"Two people read {WithArticle(digit)}. It was meant to be {WithArticle(asked)}: no points.",
        _ => "Thanks! One more person has to agree.",
    };
}
