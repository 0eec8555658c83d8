using GameNight.Recognition.Guessing;

namespace GameNight.Recognition;

public sealed record GuessResponse(int Digit, float Confidence, IReadOnlyList<float> Probabilities, string Algorithm, string Version)
{
    public static GuessResponse From(Guess guess) =>
        new(guess.Digit, guess.Confidence, guess.Probabilities, guess.Algorithm, guess.Version);
}
