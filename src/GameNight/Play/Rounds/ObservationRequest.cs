using System.ComponentModel;
using GameNight.Drawing;

namespace GameNight.Play.Rounds;

/// <summary>A drawing to record.</summary>
public sealed record ObservationRequest : DrawingRequest
{
    [Description("The algorithm that the player chose; `surprise` leaves it to the app.")]
    public string? Algorithm { get; init; }

    [Description("What the strokes were drawn with: `mouse`, `touch`, `pen`, `keyboard` or `program`, which is meant where nothing is "
        + "said. Only for strokes.")]
    public string? Input { get; init; }

    [Description("Who drew; only the host may say so.")]
    public string? Player { get; init; }
}
