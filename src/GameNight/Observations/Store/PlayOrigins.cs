using GameNight.Drawing.Strokes;

namespace GameNight.Observations.Store;

/// <summary>Tells how plays came in that older builds recorded, which kept no origin.</summary>
internal static class PlayOrigins
{
    private const string SimulatedPlayer = "simulated-";

    /// <summary>By what it was drawn with: only programs send what no hand has drawn.</summary>
    public static PlayOrigin OfOldBuild(InputKind? input, string player) => input switch
    {
        not (InputKind.Program or InputKind.Picture) => PlayOrigin.Page,
        _ when player.StartsWith(SimulatedPlayer, StringComparison.Ordinal) => PlayOrigin.Host,
        _ => PlayOrigin.Api,
    };
}
