namespace GameNight.Play.Rounds;

internal static class DigitFormatter
{
    /// <summary>The digit as in "a 3" and "an 8".</summary>
    public static string WithArticle(int digit) => digit == 8 ? "an 8" : $"a {digit}";
}
