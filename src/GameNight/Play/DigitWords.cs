namespace GameNight.Play;

/// <summary>Digits in a sentence.</summary>
internal static class DigitWords
{
    private static readonly string[] Names = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static string Name(int digit) => Names[digit];

    /// <summary>"a 3", "an 8".</summary>
    public static string WithArticle(int digit) => $"{Article(digit)} {digit}";

    /// <summary>"a three", "an eight".</summary>
    public static string NameWithArticle(int digit) => $"{Article(digit)} {Names[digit]}";

    private static string Article(int digit) => digit == 8 ? "an" : "a";
}
