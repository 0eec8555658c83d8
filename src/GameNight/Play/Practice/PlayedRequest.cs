using System.ComponentModel;
using GameNight.Drawing;

namespace GameNight.Play.Practice;

/// <summary>A drawing that was played before the game could be reached, with the player's answer.</summary>
public sealed record PlayedRequest : DrawingRequest
{
    [Description("The algorithm that the player chose. Where it is not in service any more, the others guess without it.")]
    public string? Algorithm { get; init; }

    [Description("What the strokes were drawn with: `mouse`, `touch`, `pen`, `keyboard` or `program`, which is meant where nothing is "
        + "said. Only for strokes.")]
    public string? Input { get; init; }

    [Description("The digit that was meant, 0–9; null where the player did not say.")]
    public int? Label { get; init; }

    [Description("Whether the player said that it is no digit; then there is no label.")]
    public bool NotADigit { get; init; }

    [Description("How long ago it was drawn, in milliseconds by the sender's clock: a clock that is wrong goes on evenly. At most 30 days "
        + "count; null for now.")]
    public double? Age { get; init; }
}
