using GameNight.Drawing;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition;

/// <summary>A guess of <see cref="ExampleDrawings.Seven"/> for the API's description.</summary>
internal static class RecognitionExamples
{
    public static Guess Guess { get; } = new("mnist-cnn", "1", [0, 0, 0, 0, 0, 0, 0, 0.9999f, 0, 0.0001f]);

    public static PredictionResponse Prediction => PredictionResponse.From(Guess, ExampleDrawings.Image);

    public static AlgorithmResponse Algorithm { get; } = new(
        "mnist-cnn", "MNIST CNN", "cnn", "I look at small strokes, and at how they lie together.",
        "inService", Reason: null, ActiveVersion: "1");
}
