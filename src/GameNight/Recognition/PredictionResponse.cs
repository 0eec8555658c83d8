using GameNight.Drawing.Images;
using GameNight.Recognition.Guessing;

namespace GameNight.Recognition;

/// <param name="Digit">The most likely digit.</param>
/// <param name="Confidence">Its probability.</param>
/// <param name="Probabilities">Of the digits 0 to 9; they sum to 1.</param>
/// <param name="Algorithm">Who guessed.</param>
/// <param name="Version">Its version.</param>
/// <param name="Image">The 784 bytes that it saw.</param>
public sealed record PredictionResponse(
    int Digit, float Confidence, IReadOnlyList<float> Probabilities, string Algorithm, string Version, DigitImage Image)
{
    public static PredictionResponse From(Guess guess, DigitImage image) =>
        new(guess.Digit, guess.Confidence, guess.Probabilities, guess.Algorithm, guess.Version, image);
}
