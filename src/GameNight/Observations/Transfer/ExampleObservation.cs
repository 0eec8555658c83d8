using GameNight.Drawing;
using GameNight.Drawing.Strokes;
using GameNight.Observations.Store;
using GameNight.Recognition;

namespace GameNight.Observations.Transfer;

/// <summary>A seven that was drawn, guessed and labelled, for the API's description.</summary>
internal static class ExampleObservation
{
    public static Guid Id { get; } = new("019aa2b6-3f44-7d53-9c0b-8f6f0d1a2b3c");

    private static DateTimeOffset Time { get; } = new(2026, 11, 20, 20, 15, 0, TimeSpan.Zero);

    public static Observation Create() => new()
    {
        Id = Id,
        Time = Time,
        Player = "ada",
        Ink = Ink.FromStrokes(ExampleDrawings.Seven),
        Image = ExampleDrawings.Image,
        NormaliserVersion = InkNormaliser.Version,
        Input = InputKind.Touch,
        Chosen = RecognitionExamples.Guess.Algorithm,
        ChosenBy = ChosenBy.Player,
        Guesses = [RecognitionExamples.Guess],
        Shadows = [RecognitionExamples.Guess with { Version = "2" }],
        Label = new Label(7, "ada", Time.AddSeconds(4)),
    };
}
