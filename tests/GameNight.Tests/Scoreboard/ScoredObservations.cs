using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Tests.Observations.Store;

namespace GameNight.Tests.Scoreboard;

/// <summary>Builds plays with a label and guesses.</summary>
internal static class ScoredObservations
{
    private static int _inks;

    /// <summary>Ink that no other play has: the same once more would not count.</summary>
    /// <param name="ms">How long it took to draw; null for ink without times.</param>
    public static Ink NewInk(int? ms = null)
    {
        var number = Interlocked.Increment(ref _inks);
        double[][] points = [.. Enumerable.Range(0, 9).Select(i => ms is { } last ? new[] { i, number, i * last / 8.0 } : [i, number])];
        return Ink.FromStrokes([points[..8], points[8..]]);
    }

    /// <param name="truth">The label's digit; null for no label.</param>
    /// <param name="time">When it was drawn.</param>
    /// <param name="guesses">The digit that each algorithm guessed.</param>
    public static Observation Play(int? truth, DateTimeOffset time, params IEnumerable<(string Algorithm, int Digit)> guesses) =>
        ObservationBuilder.Of() with
        {
            Time = time,
            Ink = NewInk(),
            Label = truth is { } digit ? ObservationBuilder.Label(digit) : null,
            Guesses = [.. guesses.Select(guess => ObservationBuilder.Guess(guess.Algorithm, guess.Digit))],
            Shadows = [],
            // Sprints are in no chart.
            Task = null,
        };
}
