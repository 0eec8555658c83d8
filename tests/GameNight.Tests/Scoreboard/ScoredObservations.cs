using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard;

/// <summary>Made-up plays as the scoreboard sees them.</summary>
internal static class ScoredObservations
{
    /// <param name="truth">The mark; null where nobody marked it.</param>
    /// <param name="time">When it was drawn.</param>
    /// <param name="guesses">What each contestant said.</param>
    public static Observation Play(int? truth, DateTimeOffset time, params IEnumerable<(string Algorithm, int Digit)> guesses) => ObservationBuilder.Of() with
    {
        Time = time,
        Label = truth is { } digit ? ObservationBuilder.Label(digit) : null,
        Guesses = [.. guesses.Select(guess => ObservationBuilder.Guess(guess.Algorithm, guess.Digit))],
        Shadows = [],
    };
}
