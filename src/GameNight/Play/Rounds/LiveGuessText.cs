using GameNight.Recognition.Guessing;

namespace GameNight.Play.Rounds;

/// <summary>A contestant's words while the player draws.</summary>
public static class LiveGuessText
{
    /// <summary>The words before the first guess.</summary>
    public const string AllEyes = "I’m all eyes.";

    /// <summary>The confidence from which on only one digit is named.</summary>
    private const float Sure = 0.5f;

    /// <param name="now">The guess at the drawing so far.</param>
    /// <param name="before">The digit that was guessed before the last stroke; null where there was none.</param>
    public static string Say(Guess now, int? before)
    {
        var seen = DigitFormatter.WithArticle(now.Digit);
        if (before is { } last && last != now.Digit)
            return $"{DigitFormatter.WithArticle(last)}?… no, {seen}!";
        return now.Confidence >= Sure ? $"I see {seen}…" : $"Maybe {seen}… or {DigitFormatter.WithArticle(SecondDigit(now))}?";
    }

    private static int SecondDigit(Guess guess) =>
        Enumerable.Range(0, 10).Where(digit => digit != guess.Digit).MaxBy(digit => guess.Probabilities[digit]);
}
