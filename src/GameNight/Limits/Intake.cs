using GameNight.Drawing.Strokes;

namespace GameNight.Limits;

/// <summary>Decides whether one more drawing of a player is kept, wherever it comes from.</summary>
public sealed class Intake(PlayQuota quota, DiskFloor disk)
{
    /// <summary>About what a play takes beside its ink: the image, the guesses and the marks.</summary>
    private const int BytesOfPlay = 1_500;

    /// <summary>About what a point takes, with its time.</summary>
    private const int BytesOfPoint = 24;

    /// <param name="player">The player's id; null for whom the host names, who is not limited.</param>
    /// <param name="ink">What is kept; null for an image alone.</param>
    /// <exception cref="NotKeptException">It is not kept.</exception>
    public void Admit(string? player, Ink? ink)
    {
        disk.Check();
        if (player is not null)
            quota.Take(player, BytesOfPlay + BytesOfPoint * (ink?.Strokes.Sum(stroke => stroke.Length) ?? 0));
    }
}
