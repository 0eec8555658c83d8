using GameNight.Drawing.Strokes;

namespace GameNight.Scoreboard.Charts;

/// <summary>Names what a drawing was made with, in words that follow "drawn with".</summary>
public static class InputKindFormatter
{
    public static readonly IReadOnlyList<(InputKind Kind, string Words)> All =
    [
        (InputKind.Mouse, "a mouse"), (InputKind.Touch, "a finger"), (InputKind.Pen, "a pen"), (InputKind.Keyboard, "the keyboard"),
        (InputKind.Program, "a program"), (InputKind.Picture, "a picture"),
    ];
}
