using System.Globalization;

namespace GameNight.Rookie;

/// <summary>What the rookie says of itself.</summary>
internal static class RookieText
{
    /// <param name="drawings">How many drawings it has learned.</param>
    /// <param name="unknown">The digits of which it has learned none.</param>
    public static string Describe(int drawings, IReadOnlyList<int> unknown)
    {
        if (drawings == 0)
            return "I know nothing yet. Every answer here teaches me.";
        var answers = drawings == 1 ? "One answer has" : string.Create(CultureInfo.InvariantCulture, $"{drawings:N0} answers have");
        var taught = $"I knew nothing. {answers} taught me";
        return unknown.Count switch
        {
            0 => $"{taught} all ten digits.",
            < 5 => $"{taught} most digits. I’ve never seen {List(unknown, "or")}.",
            _ => $"{taught} {List([.. Enumerable.Range(0, 10).Except(unknown)], "and")}. The other digits are new to me.",
        };
    }

    private static string List(IReadOnlyList<int> digits, string last) => digits.Count == 1
        ? Article(digits[0])
        : $"{string.Join(", ", digits.SkipLast(1).Select(Article))} {last} {Article(digits[^1])}";

    private static string Article(int digit) => digit == 8 ? "an 8" : $"a {digit}";
}
