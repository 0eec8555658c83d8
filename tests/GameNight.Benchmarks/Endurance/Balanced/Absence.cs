namespace GameNight.Benchmarks.Endurance.Balanced;

/// <summary>The time in which somebody can't play.</summary>
/// <param name="figures">Has the clock, and gets the absence when it has ended.</param>
/// <param name="from">The game at which the page broke.</param>
/// <param name="began">When it did.</param>
internal sealed class Absence(BalancedFigures figures, string from, TimeSpan began)
{
    /// <summary>The game at which the page broke.</summary>
    public string From => from;

    /// <summary>When the page broke.</summary>
    public TimeSpan Began => began;

    /// <summary>When the pad could be drawn on again.</summary>
    public TimeSpan Loaded { get; private set; }

    /// <summary>When the next drawing was saved.</summary>
    public TimeSpan Ended { get; private set; }

    /// <summary>The game at which it was.</summary>
    public string To { get; private set; } = "";

    /// <summary>Notes that the page is there again.</summary>
    public void Load() => Loaded = figures.Clock.Elapsed;

    /// <summary>Notes that a drawing is saved again.</summary>
    public void End(string to)
    {
        (Ended, To) = (figures.Clock.Elapsed, to);
        figures.Add(this);
    }
}
