namespace GameNight.Observations.Outbox;

/// <summary>What lies in the outbox at one moment.</summary>
/// <param name="Plays">Observations that have not reached the database yet, or whose label has not.</param>
/// <param name="Since">When the oldest of them was put into the outbox; null where there is none.</param>
/// <param name="Failure">Why the last request to the database failed; null after one that succeeded.</param>
/// <param name="Refused">
/// Observations and labels that the database will never accept. They lie in the outbox's table <c>refused</c>, with the reason.
/// </param>
public sealed record BacklogState(int Plays, DateTimeOffset? Since, string? Failure, int Refused)
{
    public bool IsUnavailable => Failure is not null;

    /// <summary>Observations that are held up because the database is unavailable; 0 while it answers.</summary>
    public int Waiting => IsUnavailable ? Plays : 0;
}
