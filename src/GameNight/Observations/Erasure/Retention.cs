namespace GameNight.Observations.Erasure;

/// <summary>How long drawings are kept.</summary>
/// <param name="period">From when they were drawn; null for as long as nobody deletes them.</param>
/// <param name="clock">Tells what is older.</param>
public sealed class Retention(TimeSpan? period, TimeProvider clock)
{
    /// <summary>How long drawings are kept, in days; null for as long as nobody deletes them.</summary>
    public int? Days => (int?)period?.TotalDays;

    /// <summary>Whether drawings are kept for a time only.</summary>
    public bool IsLimited => period is not null;

    /// <summary>Whether what was drawn at a time is not kept any more.</summary>
    public bool IsOver(DateTimeOffset time) => period is { } kept && clock.GetUtcNow() - time > kept;
}
