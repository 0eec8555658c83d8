namespace GameNight.ModelAdmin.Runs;

/// <summary>How long ago something was, as one says it.</summary>
public static class Ago
{
    /// <summary><c>just now</c>, <c>12 minutes ago</c>, <c>an hour ago</c>, <c>3 days ago</c>.</summary>
    public static string Of(TimeSpan passed) => passed switch
    {
        { TotalSeconds: < 90 } => "just now",
        { TotalMinutes: < 60 } => $"{passed.TotalMinutes:0} minutes ago",
        { TotalHours: < 1.5 } => "an hour ago",
        { TotalHours: < 36 } => $"{passed.TotalHours:0} hours ago",
        _ => $"{passed.TotalDays:0} days ago",
    };
}
