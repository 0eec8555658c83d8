using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>What a contestant says while one draws.</summary>
public static class LiveGuessText
{
    public const string AllEyes = "I’m all eyes.";

    private const float Unsure = 0.5f;

    /// <param name="now">What it makes of the ink so far.</param>
    /// <param name="before">The digit that it saw one stroke ago.</param>
    public static string Say(Guess now, int? before)
    {
        var seen = DigitFormatter.WithArticle(now.Digit);
        if (before is { } last && last != now.Digit)
            return $"{DigitFormatter.WithArticle(last)}?… no, {seen}!";
        return now.Confidence >= Unsure ? $"I see {seen}…" : $"Maybe {seen}… or {DigitFormatter.WithArticle(Second(now))}?";
    }

    private static int Second(Guess guess) => Enumerable.Range(0, 10).Where(digit => digit != guess.Digit).MaxBy(digit => guess.Probabilities[digit]);
}
