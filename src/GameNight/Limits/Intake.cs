using GameNight.Drawing.Strokes;

namespace GameNight.Limits;

/// <summary>Decides whether one more drawing is kept.</summary>
public sealed class Intake(PlayQuota quota, DiskFloor disk)
{
    /// <summary>About what a play takes beside its ink: the image, the guesses and the marks.</summary>
    private const int BytesOfPlay = 1_500;

    /// <summary>About what a point takes, with its time.</summary>
    private const int BytesOfPoint = 24;

    /// <summary>A drawing of a page or of the API. Players cost nothing, so the address has a quota, too.</summary>
    /// <param name="address">Where it comes from; null where that is not known.</param>
    /// <param name="player">The player's id.</param>
    /// <param name="ink">What was drawn; null for an image alone.</param>
    /// <exception cref="NotKeptException">It is not kept.</exception>
    public void Admit(string? address, string player, Ink? ink)
    {
        disk.Check();
        quota.Take(player, BytesOf(ink));
        if (address is not null)
            quota.TakeFrom(address, BytesOf(ink));
    }

    /// <summary>A drawing that the host sends, for whomever: only the disk limits the host.</summary>
    /// <inheritdoc cref="Admit" path="/exception"/>
    public void AdmitByHost() => disk.Check();

    private static int BytesOf(Ink? ink) =>
        BytesOfPlay + BytesOfPoint * Math.Min(InkThinning.MaxStored, ink?.Strokes.Sum(stroke => stroke.Length) ?? 0);
}
