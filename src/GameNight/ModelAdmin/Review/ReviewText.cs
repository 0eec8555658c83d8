using GameNight.Retraining.Review;
using GameNight.Scoreboard.Charts;

namespace GameNight.ModelAdmin.Review;

/// <summary>Words for how many doubtful answers there are.</summary>
public static class ReviewText
{
    /// <summary>
    /// Why fewer are left than the last receipt lists: <c>The last training doubted 219: 3 are decided, and 1 was changed or deleted by
    /// its player.</c> Empty where as many are.
    /// </summary>
    public static string Difference(Doubts doubts)
    {
        if (doubts.Left == doubts.Doubted)
            return "";
        string[] parts =
        [
            .. doubts.Decided > 0 ? [$"{doubts.Decided} {(doubts.Decided == 1 ? "is" : "are")} decided"] : Array.Empty<string>(),
            .. doubts.Changed > 0
                ? [$"{doubts.Changed} {(doubts.Changed == 1 ? "was" : "were")} changed or deleted by their players"]
                : Array.Empty<string>(),
        ];
        return $"The last training doubted {ScoreFormatter.Count(doubts.Doubted)}: {string.Join(", and ", parts)}.";
    }
}
