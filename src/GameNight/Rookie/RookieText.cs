using System.Globalization;
using GameNight.Play.Rounds;

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

    private static string List(IReadOnlyList<int> digits, string last)
    {
        var words = digits.Select(DigitFormatter.WithArticle).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}";
    }
}
