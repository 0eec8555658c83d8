namespace GameNight.Play;

/// <summary>What a contestant says to a mark.</summary>
public static class ThankYou
{
    public static string ForMark(int digit, bool recognised) =>
        recognised ? "Got it! Thank you for telling me." : $"Thank you. So that is {DigitWords.WithArticle(digit)}, I will remember it.";

    public static string ForChallenge(int asked, int seen, int before, int now) => (asked == seen, before, now) switch
    {
        (true, _, 1) => $"Yes, {DigitWords.WithArticle(asked)}!",
        (true, _, _) => $"Yes, {DigitWords.WithArticle(asked)}! {now} in a row.",
        (false, > 1, _) => $"I took it for {DigitWords.WithArticle(seen)}. Your streak ends at {before}.",
        _ => $"I took it for {DigitWords.WithArticle(seen)}. Try the next one.",
    };
}
