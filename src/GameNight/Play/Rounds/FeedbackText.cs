using GameNight.Training.Network;

namespace GameNight.Play.Rounds;

/// <summary>A contestant's words for the player once a drawing is marked.</summary>
public static class FeedbackText
{
    public static string ForMark(int digit, bool recognised) =>
        recognised ? "Got it! Thank you for telling me." : $"Thank you. So that is {DigitFormatter.WithArticle(digit)}.";

    /// <summary>What is learned from the mark, and when; null where that is not known.</summary>
    /// <param name="algorithm">The algorithm whose guess was marked.</param>
    /// <param name="own">The number of drawings that the player's personal layer has learned.</param>
    /// <param name="missing">The number of marks until the next training; null where marks do not trigger it.</param>
    public static string? ForLearning(string algorithm, int own, int? missing) => (algorithm, missing) switch
    {
        (PersonalNetwork.Algorithm, _) when own == 1 => "I know 1 drawing of yours now.",
        (PersonalNetwork.Algorithm, _) when own > 1 => $"I know {own} drawings of yours now.",
        (_, 0) => "School begins: who can learn, learns now.",
        (_, 1) => "1 more mark, and school begins.",
        (_, { } many) => $"{many} more marks, and school begins.",
        _ => null,
    };

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
}
