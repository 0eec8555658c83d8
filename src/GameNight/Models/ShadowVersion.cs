namespace GameNight.Models;

/// <summary>A version on shadow: it guesses every drawing, and its guesses are recorded but not shown.</summary>
/// <param name="Version">The version of its algorithm.</param>
/// <param name="Since">When it was put on shadow.</param>
/// <param name="By">Who put it there.</param>
public sealed record ShadowVersion(string Version, DateTimeOffset Since, string By)
{
    /// <summary>The most versions on shadow, of all algorithms together: with each of them a drawing takes longer.</summary>
    public const int MaxCount = 3;

    /// <summary>
    /// The version on shadow after an algorithm's entries of the log; null for none. One that has gone into service since is
    /// not.
    /// </summary>
    internal static ShadowVersion? After(IEnumerable<Activation> log) =>
        log.Aggregate((ShadowVersion?)null, (before, entry) => entry.Shadow switch
        {
            { Version: { } version } => new ShadowVersion(version, entry.At, entry.By),
            { } => null,
            null => before?.Version == entry.To ? null : before,
        });
}
