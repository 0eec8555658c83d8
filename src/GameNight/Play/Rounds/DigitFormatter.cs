namespace GameNight.Play.Rounds;

/// <summary>Digits in a sentence.</summary>
internal static class DigitFormatter
{
    /// <summary>"a 3", "an 8".</summary>
    public static string WithArticle(int digit) => digit == 8 ? "an 8" : $"a {digit}";
}
