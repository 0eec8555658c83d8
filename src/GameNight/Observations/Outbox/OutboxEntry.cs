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
}
