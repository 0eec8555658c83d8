namespace GameNight.Rooms.Game;

/// <summary>An entry of a game's ledger. Points are never anything but the sum of these.</summary>
/// <param name="Round">The round that they were won in, from 1.</param>
/// <param name="Seat">The seat that gets them; null for a machine.</param>
/// <param name="Machine">The machine that gets them, by its algorithm's id; null for a seat.</param>
/// <param name="Reason">What for.</param>
/// <param name="Points">May be negative.</param>
/// <param name="Drawing">The drawing that it is about; null where it is about none.</param>
public sealed record PointEntry(int Round, int? Seat, string? Machine, PointReason Reason, int Points, Guid? Drawing = null);
