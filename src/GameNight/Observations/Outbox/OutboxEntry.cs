using GameNight.Observations.Store;
using GameNight.Storage;

namespace GameNight.Observations.Outbox;

/// <summary>A play or a mark on its way to the database.</summary>
/// <param name="Sequence">Its place in the order.</param>
/// <param name="Id">The observation's.</param>
/// <param name="Play">The observation as <see cref="ObservationBinaryFormat"/> packs it; null for a mark.</param>
/// <param name="Mark">Null for a play, which brings its label with it.</param>
/// <param name="IsSent">The database has it. What was sent last is kept, so that whoever repeats it is told so.</param>
internal sealed record OutboxEntry(long Sequence, Guid Id, byte[]? Play, Label? Mark, bool IsSent)
{
    /// <summary>Null for a mark.</summary>
    /// <exception cref="StoreException">The file is damaged.</exception>
    public Observation? Observation => Play is null ? null : ObservationBinaryFormat.Unpack(new MemoryStream(Play));
}
