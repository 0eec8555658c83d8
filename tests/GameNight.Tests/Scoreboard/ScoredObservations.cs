using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard;

/// <summary>Builds plays with a label and guesses.</summary>
internal static class ScoredObservations
{
    /// <param name="truth">The label's digit; null for no label.</param>
    /// <param name="time">When it was drawn.</param>
    /// <param name="guesses">The digit that each algorithm guessed.</param>
    public static Observation Play(int? truth, DateTimeOffset time, params IEnumerable<(string Algorithm, int Digit)> guesses) =>
        ObservationBuilder.Of() with
        {
            Time = time,
            Label = truth is { } digit ? ObservationBuilder.Label(digit) : null,
            Guesses = [.. guesses.Select(guess => ObservationBuilder.Guess(guess.Algorithm, guess.Digit))],
            Shadows = [],
        };
}
