using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Projection;

/// <summary>What was said of a drawing by now, in one byte: its digit or <see cref="None"/>, and a bit for one that was set aside.</summary>
/// <param name="Code">As it is kept.</param>
public readonly record struct LabelCode(byte Code)
{
    private const byte None = 10;
    private const byte Aside = 16;

    /// <summary>The true digit; −1 where nobody said so.</summary>
    public int Digit => (Code & ~Aside) is var digit && digit < None ? digit : -1;

    /// <summary>It counts nowhere.</summary>
    public bool IsExcluded => (Code & Aside) != 0;

    public static LabelCode Of(Observation observation) =>
        new((byte)((observation.Label?.Digit ?? None) | (observation.Excluded ? Aside : 0)));
}
