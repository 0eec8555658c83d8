namespace GameNight.Benchmarks.Endurance.Party;

/// <summary>How fast people play.</summary>
/// <param name="Drawing">From one drawing to the next, a quarter more or less.</param>
/// <param name="Stroke">The time before each stroke.</param>
/// <param name="Parts">In how many strokes each drawing is drawn; null for as many as it has.</param>
internal sealed record Pace(TimeSpan Drawing, TimeSpan Stroke, int? Parts)
{
    /// <summary>As fast as people can.</summary>
    public static readonly Pace Fast = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(350), Parts: null);

    /// <summary>With time to look and think: a stroke every two seconds, a guess every twelve.</summary>
    public static readonly Pace Calm = new(TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(2), Parts: 5);
}
