using GameNight.Jury;
using GameNight.Observations.Store;

namespace GameNight.Scoreboard.Projection;

/// <summary>
/// The state of an observation that can change, in one byte: its label's digit, <see cref="None"/> or <see cref="NoDigit"/>, and a bit
/// for "excluded".
/// </summary>
/// <param name="Code">The byte, as it is stored.</param>
public readonly record struct LabelCode(byte Code)
{
    private const byte None = 10;
    private const byte NoDigit = 11;
    private const byte Excluded = 16;

    /// <summary>The true digit; −1 without a label.</summary>
    public int Digit => (Code & ~Excluded) is var digit && digit < None ? digit : -1;

    /// <summary>Whether its drawer, or the jury, says that it is no digit.</summary>
    public bool IsNoDigit => (Code & ~Excluded) == NoDigit;

    /// <summary>Whether the observation counts nowhere.</summary>
    public bool IsExcluded => (Code & Excluded) != 0;

    public static LabelCode Of(Observation observation) =>
        new((byte)((observation.Label?.Digit ?? (SaysNoDigit(observation) ? NoDigit : None)) | (observation.Excluded ? Excluded : 0)));

    private static bool SaysNoDigit(Observation observation) =>
        observation.Votes.Any(vote => vote.Player == observation.Player && vote.Digit is null)
        || JuryVerdict.Of(observation) is { IsFinal: true, Digit: null };
}
