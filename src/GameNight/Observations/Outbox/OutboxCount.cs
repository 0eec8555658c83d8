namespace GameNight.Observations.Outbox;

/// <summary>What lies in <c>outbox.db</c> at one moment.</summary>
/// <param name="Plays">Observations that wait, or whose label does.</param>
/// <param name="Since">When the oldest of them was put in; null where there is none.</param>
/// <param name="Refused">Entries that the database will never accept.</param>
/// <param name="LastSent">The last sequence number up to which no entry waits.</param>
internal sealed record OutboxCount(int Plays, DateTimeOffset? Since, int Refused, long LastSent);
