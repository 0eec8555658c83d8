namespace GameNight.Scoreboard.Results;

/// <summary>Names a series of guesses: <c>app-network</c> for all versions in service, <c>app-network@3</c> for one version in shadow.</summary>
public static class SeriesName
{
    public static string Of(ScoredVersion contender) => contender.IsShadow ? $"{contender.Algorithm}@{contender.Version}" : contender.Algorithm;

    /// <returns>The algorithm's id and, for a version in shadow, the version; otherwise null.</returns>
    public static (string Algorithm, string? Version) Parse(string name) => name.Split('@', 2) is [var algorithm, var version] ? (algorithm, version) : (name, null);
}
