using GameNight.Drawing.Images;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition.Guessing;

namespace GameNight.Tests.Observations.Store;

/// <summary>Builds observations for tests.</summary>
internal static class ObservationBuilder
{
    public static readonly DateTimeOffset Evening = new(2026, 11, 20, 20, 30, 15, 123, 456, TimeSpan.FromHours(1));

    /// <summary>An observation with a new id and every field set but the label.</summary>
    public static Observation Of(int seed = 3) => new()
    {
        Id = Guid.NewGuid(),
        Time = Evening.AddSeconds(seed).AddTicks(7),
        Player = "Zoë 🎲",
        Ink = Ink.FromStrokes([[[1.5, -2, 0], [3, 1e-7, 16.7]], [[0.1 + 0.2, 5]]]),
        Image = Image(seed),
        NormaliserVersion = 2,
        Input = InputKind.Touch,
        Chosen = "mnist-cnn",
        ChosenBy = ChosenBy.Arm,
        Guesses = [Guess("mnist-cnn", 3, 0.1f / 3), Guess("k-means", 8)],
        Task = new DrawingTask(PlayMode.Sprint, 4, Twist.OtherHand),
        Shadows = [Guess("mnist-cnn", 5) with { Version = "2" }, Guess("mnist-cnn", 3, 0.7f) with { Version = "3" }],
    };

    public static Label Label(int digit, string by = "Zoë 🎲") => new(digit, by, Evening.AddMinutes(digit).AddTicks(1));

    public static Vote Vote(string player, int? digit) => new(player, digit, Evening.AddMinutes(1).AddTicks(3));

    /// <summary>A guess with probability 1 − <paramref name="doubt"/> for one digit and the rest for the next.</summary>
    public static Guess Guess(string algorithm, int digit, float doubt = 0) =>
        new(algorithm, "1", [.. Enumerable.Range(0, 10).Select(i => i == digit ? 1 - doubt : i == (digit + 1) % 10 ? doubt : 0f)]);

    /// <summary>An image that has pixels of every value, and another one for each seed of 0 to 255.</summary>
    public static DigitImage Image(int seed) => new([.. Enumerable.Range(0, DigitImage.Length).Select(i => (byte)(i + seed))]);

    /// <summary>Asserts that every field is equal.</summary>
    public static void AssertEqual(Observation expected, Observation? actual)
    {
        Assert.NotNull(actual);
        Assert.True(expected.IsSamePlayAs(actual), "the observations differ");
        Assert.Equal((expected.Label, expected.Excluded), (actual.Label, actual.Excluded));
        Assert.Equal(expected.Votes, actual.Votes);
    }
}
