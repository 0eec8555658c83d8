namespace GameNight.Scoreboard.Results;

/// <summary>
/// Names a series of guesses: <c>app-network</c> for all versions that were in service, <c>app-network@3</c> for one version on shadow.
/// </summary>
public static class SeriesName
{
    public static string Of(ScoredVersion version) => version.IsShadow ? $"{version.Algorithm}@{version.Version}" : version.Algorithm;

    /// <returns>The algorithm's id, and the version if it is on shadow, otherwise null.</returns>
    public static (string Algorithm, string? Version) Parse(string name) =>
        name.Split('@', 2) is [var algorithm, var version] ? (algorithm, version) : (name, null);
}
