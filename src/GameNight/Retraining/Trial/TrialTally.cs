using GameNight.Statistics;

namespace GameNight.Retraining.Trial;

/// <summary>How a version on trial does beside the one in service, on the drawings that decide.</summary>
/// <param name="Drawings">How many drawings.</param>
/// <param name="Players">How many people drew them.</param>
/// <param name="Wins">Those that only the version on trial read.</param>
/// <param name="Losses">Those that only the version in service read.</param>
/// <param name="Gain">By how much its half Brier score is lower, with people as the units; null without drawings.</param>
/// <param name="GainOverFirst">The same against the first approved version.</param>
public sealed record TrialTally(
    int Drawings, int Players, int Wins, int Losses, ClusteredMean? Gain, ClusteredMean? GainOverFirst)
{
    /// <summary>How many labelled drawings both versions guessed, whoever drew them and however many one player has.</summary>
    public int Seen { get; init; }

    /// <summary>
    /// How many votes the version on trial won: each person votes with the first drawings that only one of both versions read,
    /// <see cref="TrialTest.MaxVotes"/> at most.
    /// </summary>
    public int VotesWon { get; init; }

    /// <summary>How many votes the version in service won.</summary>
    public int VotesLost { get; init; }

    public static TrialTally None { get; } = new(0, 0, 0, 0, Gain: null, GainOverFirst: null);
}
