using GameNight.Play.Personal;
using GameNight.Recognition.Guessing;
using GameNight.Training.Network;
using GameNight.Training.Personal;

namespace GameNight.Play.Rounds;

/// <summary>A contestant's words for the player once a drawing is marked.</summary>
public static class FeedbackText
{
    /// <summary>For a drawing that was no digit.</summary>
    public const string ForNoDigit = "No digit, then. Nobody learns from it.";

    public static string ForMark(int digit, bool recognised) =>
        recognised ? "Got it! Thanks for telling me." : $"Thanks. So that’s {DigitFormatter.WithArticle(digit)}.";

    /// <summary>What is learned from the mark, and when; null where that is not known.</summary>
    /// <param name="algorithm">The algorithm whose guess was marked.</param>
    /// <param name="own">How far the player's own contestant has come.</param>
    /// <param name="missing">The number of marks until the next training; null where marks do not trigger it.</param>
    public static string? ForLearning(string algorithm, PersonalProgress own, int? missing) => (algorithm, missing) switch
    {
        (PersonalNetwork.Algorithm, _) when own is { Marks: > 0, Missing: null } => ForMarks(own.Marks),
        (PersonalNetwork.Algorithm, _) when own is { Marks: > 0, Missing: { } missed } => $"{ForMarks(own.Marks)} {ForMissing(missed)}",
        (_, 0) => "Class is in session…",
        (_, 1) => "1 more answer until the machines retrain.",
        (_, { } many) => $"{many} more answers until the machines retrain.",
        _ => null,
    };

    /// <summary>
    /// The joy of the player's own contestant at reading what the network misreads, and what most of the others misread, too.
    /// </summary>
    /// <param name="digit">The mark.</param>
    /// <param name="judged">The guess that was marked.</param>
    /// <param name="guesses">The guesses of all contestants.</param>
    /// <returns>Null where it is no such moment.</returns>
    public static string? ForTaught(int digit, Guess judged, IReadOnlyList<Guess> guesses)
    {
        if (judged.Algorithm != PersonalNetwork.Algorithm || judged.Digit != digit)
            return null;
        // A rookie that knows nothing yet finds all digits equally likely: that is no opinion.
        var others = guesses
            .Where(guess => guess.Algorithm != PersonalNetwork.Algorithm && guess.Probabilities.Max() > guess.Probabilities.Min()).ToList();
        var wrong = others.FindAll(guess => guess.Digit != digit);
        if (2 * wrong.Count <= others.Count || !wrong.Exists(guess => guess.Algorithm == AppNetwork.Algorithm))
            return null;
        var who = (wrong.Count == others.Count, others.Count) switch
        {
            (true, 1) => "The other one",
            (true, _) => $"The other {NumberWords.Of(others.Count)}",
            _ => $"{NumberWords.Capitalised(wrong.Count)} of the other {NumberWords.Of(others.Count)}",
        };
        var what = wrong.DistinctBy(guess => guess.Digit).Count() == 1
            ? $"{(wrong.Count == 1 ? "says" : "say")} {wrong[0].Digit}"
            : $"{(wrong.Count == 1 ? "gets" : "get")} it wrong";
        return $"You taught me that! {who} still {what}.";
    }

    /// <param name="asked">The digit that the challenge asked for.</param>
    /// <param name="seen">The digit that the contestant guessed.</param>
    /// <param name="before">The streak before this drawing.</param>
    /// <param name="now">The streak with this drawing.</param>
    public static string ForChallenge(int asked, int seen, int before, int now) => (asked == seen, before, now) switch
    {
        (true, _, 1) => $"Yes, {DigitFormatter.WithArticle(asked)}!",
        (true, _, _) => $"Yes, {DigitFormatter.WithArticle(asked)}! {now} in a row.",
        (false, > 1, _) => $"I took it for {DigitFormatter.WithArticle(seen)}. Your streak ends at {before}.",
        _ => $"I took it for {DigitFormatter.WithArticle(seen)}. Try the next one.",
    };

    private static string ForMarks(int marks) => $"I know {marks} {(marks == 1 ? "drawing" : "drawings")} of yours now.";

    private static string ForMissing(MissingExamples missing) => missing switch
    {
        { Kind: MissingKind.Repetition } => $"That looked like another digit to me: one more {missing.Digit} like it, and I believe it.",
        { Kind: MissingKind.AnotherDigit } => $"They are all {missing.Digit}s: show me another digit, too.",
        { Count: 1 } => $"One more {missing.Digit} would help me to tell your {missing.Digit}s from your {missing.Other}s.",
        _ => $"{NumberWords.Capitalised(missing.Count)} more {missing.Digit}s would help me to tell them from your {missing.Other}s.",
    };
}
