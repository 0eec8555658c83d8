using GameNight.Scoreboard.Results;

namespace GameNight.Scoreboard.Charts;

/// <summary>Names what drawings were made for, in words that follow "drawn".</summary>
public static class DrawingKindFormatter
{
    public static readonly IReadOnlyList<(DrawingKind Kind, string Words)> All =
    [
        (DrawingKind.Readable, "to be read"), (DrawingKind.Fool, "to fool the machines"),
        (DrawingKind.OtherHand, "with the other hand"), (DrawingKind.OneStroke, "in one stroke"),
        (DrawingKind.EyesClosed, "with eyes closed"), (DrawingKind.Quick, "in two seconds"), (DrawingKind.Any, "for whatever reason"),
    ];
}
