using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Outbox;

/// <summary>An observation or a label on its way to the database.</summary>
/// <param name="Sequence">Its position in the order of sending.</param>
/// <param name="Id">The observation's id.</param>
/// <param name="Play">
/// The observation as <see cref="ObservationBinaryFormat"/> packs it, with its label if it has one; null for a label.
/// </param>
/// <param name="Label">The label; null for an observation.</param>
/// <param name="IsSent">Whether the database has it. The entries sent last are kept, so that a repetition is recognised.</param>
internal sealed record OutboxEntry(long Sequence, Guid Id, byte[]? Play, Label? Label, bool IsSent)
{
    /// <summary>The observation, unpacked; null for a label.</summary>
    /// <exception cref="StoreException">The entry is damaged.</exception>
    public Observation? Observation => Play is null ? null : ObservationBinaryFormat.Unpack(new MemoryStream(Play));

    /// <summary>Whether a player made it: the drawing, or the label. Of a damaged entry, nobody knows.</summary>
    /// <param name="isOf">Whether a player, at a time, is the one.</param>
    public bool IsOf(Func<string, DateTimeOffset, bool> isOf)
    {
        try
        {
            return (Observation is { } play && isOf(play.Player, play.Time)) || (Label is { } label && isOf(label.By, label.Time));
        }
        catch (StoreException e) when (e.IsFinal)
        {
            // It waits for the host among what was refused, and must not keep the others from being deleted.
            return false;
        }
    }
}
