using GameNight.Training.Network;

namespace GameNight.Play.Rounds;

/// <summary>What a contestant says to a mark.</summary>
public static class FeedbackText
{
    public static string ForMark(int digit, bool recognised) =>
        recognised ? "Got it! Thank you for telling me." : $"Thank you. So that is {DigitFormatter.WithArticle(digit)}.";

    /// <summary>What comes of a mark, by who is asked; null where nobody learns from it soon.</summary>
    /// <param name="algorithm">Who answered.</param>
    /// <param name="own">How many marks the player's own layer has learned.</param>
    /// <param name="missing">How many marks are missing until the others learn; null where marks do not decide that.</param>
    public static string? ForLearning(string algorithm, int own, int? missing) => (algorithm, missing) switch
    {
        (PersonalNetwork.Algorithm, _) when own > 0 => own == 1 ? "I know 1 drawing of yours now." : $"I know {own} drawings of yours now.",
        (_, 0) => "School begins: who can learn, learns now.",
        (_, 1) => "1 more mark, and school begins.",
        (_, { } many) => $"{many} more marks, and school begins.",
        _ => null,
    };

    public static string ForChallenge(int asked, int seen, int before, int now) => (asked == seen, before, now) switch
    {
        (true, _, 1) => $"Yes, {DigitFormatter.WithArticle(asked)}!",
        (true, _, _) => $"Yes, {DigitFormatter.WithArticle(asked)}! {now} in a row.",
        (false, > 1, _) => $"I took it for {DigitFormatter.WithArticle(seen)}. Your streak ends at {before}.",
        _ => $"I took it for {DigitFormatter.WithArticle(seen)}. Try the next one.",
    };
}
