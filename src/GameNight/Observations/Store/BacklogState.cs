namespace GameNight.Observations.Store;

/// <param name="Plays">So many have not reached the database yet, or their mark has not.</param>
/// <param name="Since">When the oldest of them was played or marked.</param>
/// <param name="Failure">Why the database did not take the last one that was sent; null while it does.</param>
/// <param name="Refused">Plays and marks that the database will never take; they lie aside, with the reason.</param>
public sealed record BacklogState(int Plays, DateTimeOffset? Since, string? Failure, int Refused)
{
    public bool IsAway => Failure is not null;

    /// <summary>Plays that are kept up; 0 while the database answers.</summary>
    public int Waiting => IsAway ? Plays : 0;
}
