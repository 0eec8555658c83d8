namespace GameNight.Models;

/// <summary>A version that guesses whatever is drawn, and nobody is shown it.</summary>
/// <param name="Version">Which of its algorithm.</param>
/// <param name="Since">When it was put there.</param>
/// <param name="By">Who did.</param>
public sealed record ShadowVersion(string Version, DateTimeOffset Since, string By)
{
    /// <summary>So many there are at most, of all algorithms together: the more of them guess, the longer each drawing takes.</summary>
    public const int Most = 3;

    /// <summary>Who is on shadow at the end of an algorithm's part of the log. Whoever went into service since is not.</summary>
    internal static ShadowVersion? After(IEnumerable<Activation> log) => log.Aggregate((ShadowVersion?)null, (before, entry) => entry.Shadow switch
    {
        { Version: { } version } => new ShadowVersion(version, entry.At, entry.By),
        { } => null,
        null => before?.Version == entry.To ? null : before,
    });
}
