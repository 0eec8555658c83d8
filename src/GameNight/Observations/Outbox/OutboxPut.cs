using GameNight.Observations.Store;

namespace GameNight.Observations.Outbox;

/// <summary>An observation or a label that is to be put into the outbox, or not.</summary>
/// <param name="Id">The observation's id.</param>
/// <param name="Play">The packed observation; null for a label.</param>
/// <param name="Label">The label; null for an observation.</param>
/// <param name="Decide">Gets the entries of the observation and returns the answer and whether to put this one in.</param>
/// <param name="Cancellation">Keeps it from being put in.</param>
internal sealed record OutboxPut(
    Guid Id, byte[]? Play, Label? Label, Func<List<OutboxEntry>, (object Answer, bool IsPut)> Decide, CancellationToken Cancellation);
